DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = current_schema() LOOP
        EXECUTE format('DROP POLICY %I ON %I', one.policyname, one.tablename);
    END LOOP;
    FOR one IN SELECT relname FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY', one.relname);
        EXECUTE format('REVOKE ALL ON TABLE %I FROM caseflow_app, caseflow_system', one.relname);
    END LOOP;
END $$;
DROP SCHEMA IF EXISTS caseflow_rules CASCADE;
