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
CREATE SCHEMA caseflow_rules;
GRANT USAGE ON SCHEMA caseflow_rules TO caseflow_app;
GRANT USAGE, CREATE ON SCHEMA caseflow_rules TO caseflow_system;
CREATE VIEW caseflow_rules."action" AS SELECT "id", "owner_organisation_id", "owner_id" FROM "action";
ALTER VIEW caseflow_rules."action" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."address" AS SELECT "id", "party_id" FROM "address";
ALTER VIEW caseflow_rules."address" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."api_token" AS SELECT "user_id", "id" FROM "api_token";
ALTER VIEW caseflow_rules."api_token" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."assessment" AS SELECT "id", "about_id" FROM "assessment";
ALTER VIEW caseflow_rules."assessment" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."break_glass" AS SELECT "case_id", "user_id", "at", "until_at", "reviewed_by_id", "id" FROM "break_glass";
ALTER VIEW caseflow_rules."break_glass" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."case" AS SELECT "reference", "organisation_id", "team_id", "director_id", "id" FROM "case";
ALTER VIEW caseflow_rules."case" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."case_brief" AS SELECT "case_id", "brought_in_by_id" FROM "case_brief";
ALTER VIEW caseflow_rules."case_brief" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."closure" AS SELECT "case_id", "closed_on", "reviewed_by_id", "reopened_on", "id" FROM "closure";
ALTER VIEW caseflow_rules."closure" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."closure_proposal" AS SELECT "case_id", "proposed_by_id", "decided_by_id", "id" FROM "closure_proposal";
ALTER VIEW caseflow_rules."closure_proposal" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."consent" AS SELECT "case_id", "party_id", "organisation_id", "from_at", "until_at", "recorded_by_id", "withdrawn_at", "withdrawal_taken_by_id", "id" FROM "consent";
ALTER VIEW caseflow_rules."consent" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."consent_category" AS SELECT "consent_id", "category" FROM "consent_category";
ALTER VIEW caseflow_rules."consent_category" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."deputy" AS SELECT "case_id", "user_id", "from_at", "until_at", "id" FROM "deputy";
ALTER VIEW caseflow_rules."deputy" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."disclosure_note" AS SELECT "id", "entry_id" FROM "disclosure_note";
ALTER VIEW caseflow_rules."disclosure_note" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."entry" AS SELECT "case_id", "recorded_at", "category", "directors_only", "protected", "source_confidential", "onward", "id" FROM "entry";
ALTER VIEW caseflow_rules."entry" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."entry_concern" AS SELECT "entry_id", "party_id" FROM "entry_concern";
ALTER VIEW caseflow_rules."entry_concern" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."entry_disclosure" AS SELECT "entry_id", "user_id", "by_id", "from_at", "until_at", "revoked_at", "id" FROM "entry_disclosure";
ALTER VIEW caseflow_rules."entry_disclosure" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."entry_origin" AS SELECT "entry_id", "case_id", "author_id", "source_id", "from_organisation_id" FROM "entry_origin";
ALTER VIEW caseflow_rules."entry_origin" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."entry_release" AS SELECT "entry_id", "organisation_id" FROM "entry_release";
ALTER VIEW caseflow_rules."entry_release" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."entry_version" AS SELECT "entry_id", "edited_by_id", "id" FROM "entry_version";
ALTER VIEW caseflow_rules."entry_version" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."exclusion" AS SELECT "case_id", "user_id", "from_at", "until_at", "id" FROM "exclusion";
ALTER VIEW caseflow_rules."exclusion" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."former_director" AS SELECT "case_id", "user_id", "id" FROM "former_director";
ALTER VIEW caseflow_rules."former_director" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."info_answer" AS SELECT "request_id", "outcome" FROM "info_answer";
ALTER VIEW caseflow_rules."info_answer" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."info_answer_note" AS SELECT "request_id", "answered_by_id" FROM "info_answer_note";
ALTER VIEW caseflow_rules."info_answer_note" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."info_request" AS SELECT "asked_by_id", "organisation_id", "asked_id", "case_id", "asked_at", "id" FROM "info_request";
ALTER VIEW caseflow_rules."info_request" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."info_request_party" AS SELECT "request_id", "party_id" FROM "info_request_party";
ALTER VIEW caseflow_rules."info_request_party" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."info_request_place" AS SELECT "request_id", "case_id" FROM "info_request_place";
ALTER VIEW caseflow_rules."info_request_place" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."link" AS SELECT "case_id", "organisation_id", "from_at", "until_at", "revoked_at", "may_contribute", "id" FROM "link";
ALTER VIEW caseflow_rules."link" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."link_answer" AS SELECT "link_id", "case_id", "answered_by_id", "id" FROM "link_answer";
ALTER VIEW caseflow_rules."link_answer" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."link_deed" AS SELECT "link_id", "case_id", "done_by_id", "id" FROM "link_deed";
ALTER VIEW caseflow_rules."link_deed" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."link_professional" AS SELECT "link_id", "user_id" FROM "link_professional";
ALTER VIEW caseflow_rules."link_professional" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."link_weighing" AS SELECT "link_id", "case_id" FROM "link_weighing";
ALTER VIEW caseflow_rules."link_weighing" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."measure" AS SELECT "id", "against_id" FROM "measure";
ALTER VIEW caseflow_rules."measure" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."milestone" AS SELECT "case_id", "party_id", "owner_id", "id" FROM "milestone";
ALTER VIEW caseflow_rules."milestone" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."organisation" AS SELECT "key", "name", "id" FROM "organisation";
ALTER VIEW caseflow_rules."organisation" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."party" AS SELECT "case_id", "person_id", "id" FROM "party";
ALTER VIEW caseflow_rules."party" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."party_role" AS SELECT "party_id", "source_id", "id" FROM "party_role";
ALTER VIEW caseflow_rules."party_role" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."person" AS SELECT "born_on", "id" FROM "person";
ALTER VIEW caseflow_rules."person" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."person_exclusion" AS SELECT "person_id", "user_id", "set_by_id", "from_at", "until_at", "id" FROM "person_exclusion";
ALTER VIEW caseflow_rules."person_exclusion" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."person_tie" AS SELECT "user_id", "person_id", "set_by_id", "from_at", "until_at", "id" FROM "person_tie";
ALTER VIEW caseflow_rules."person_tie" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."phase_change" AS SELECT "case_id", "phase", "from_on", "position", "id" FROM "phase_change";
ALTER VIEW caseflow_rules."phase_change" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."relationship" AS SELECT "case_id", "from_party_id", "to_party_id", "kind", "id" FROM "relationship";
ALTER VIEW caseflow_rules."relationship" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."release_note" AS SELECT "entry_id", "organisation_id", "by_id", "id" FROM "release_note";
ALTER VIEW caseflow_rules."release_note" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."release_request" AS SELECT "case_id", "entry_id", "organisation_id", "asked_by_id", "asked_id", "asked_at", "outcome", "answered_at", "id" FROM "release_request";
ALTER VIEW caseflow_rules."release_request" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."report" AS SELECT "id", "to_organisation_id" FROM "report";
ALTER VIEW caseflow_rules."report" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."scope_cell" AS SELECT "link_id", "party_id", "category", "consent_id" FROM "scope_cell";
ALTER VIEW caseflow_rules."scope_cell" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."sharing_agreement" AS SELECT "organisation_id", "recorded_by_id", "id" FROM "sharing_agreement";
ALTER VIEW caseflow_rules."sharing_agreement" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."team" AS SELECT "organisation_id", "id" FROM "team";
ALTER VIEW caseflow_rules."team" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."user" AS SELECT "key", "name", "organisation_id", "team_id", "id" FROM "user";
ALTER VIEW caseflow_rules."user" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."voice" AS SELECT "id", "party_id" FROM "voice";
ALTER VIEW caseflow_rules."voice" OWNER TO caseflow_system;
CREATE VIEW caseflow_rules."word_check" AS SELECT "entry_id", "version", "held", "decided_by_id", "id" FROM "word_check";
ALTER VIEW caseflow_rules."word_check" OWNER TO caseflow_system;
GRANT SELECT ON ALL TABLES IN SCHEMA caseflow_rules TO caseflow_app, caseflow_system;

CREATE FUNCTION caseflow_rules.open_entries(asked uuid[]) RETURNS void LANGUAGE plpgsql AS $open$
DECLARE
the_named_entry_ids UUID[] := asked;
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_actor_leads_team_id UUID := (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID);
the_actor_director_at_id UUID := (nullif(current_setting('caseflow.actor_director_at_id', true), '')::UUID);
the_actor_organisation_id UUID := (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID);
BEGIN
PERFORM set_config('caseflow.found_open_ids', coalesce((SELECT array_agg(found.id)::text FROM (
SELECT entry_1.id 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = ANY (the_named_entry_ids) AND entry_1.recorded_at <= (SELECT the_now AS anon_1) AND (EXISTS (SELECT 1 
FROM (SELECT anon_3.id AS id 
FROM (SELECT case_1.id AS id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.director_id = the_actor_id UNION ALL SELECT deputy_1.case_id AS case_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.user_id = the_actor_id AND deputy_1.from_at <= the_now AND deputy_1.until_at > the_now UNION ALL SELECT case_2.id AS id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.team_id = the_actor_leads_team_id UNION ALL SELECT link_1.case_id AS case_id 
FROM caseflow_rules.link AS link_1 
WHERE (EXISTS (SELECT 1 
FROM (SELECT link_professional_1.link_id AS link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AS anon_4 
WHERE anon_4.link_id = link_1.id
 LIMIT ALL OFFSET 0)) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) UNION ALL SELECT case_3.id AS id 
FROM caseflow_rules.break_glass AS break_glass_1 JOIN caseflow_rules."case" AS case_3 ON case_3.id = break_glass_1.case_id 
WHERE break_glass_1.user_id = the_actor_id AND case_3.organisation_id = the_actor_director_at_id AND break_glass_1.at <= the_now AND break_glass_1.until_at > the_now) AS anon_3 
WHERE NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now)))) AND ((EXISTS (SELECT 1 
FROM (SELECT exclusion_2.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = the_actor_id AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= the_now) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > the_now)) AS anon_5 
WHERE anon_5.case_id = anon_3.id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = the_actor_id AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= the_now) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > the_now))) AS anon_6 
WHERE anon_6.case_id = anon_3.id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = the_actor_id AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= the_now) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > the_now))) AS anon_7 
WHERE anon_7.case_id = anon_3.id
 LIMIT ALL OFFSET 0))))) AS anon_2 
WHERE anon_2.id = entry_1.case_id
 LIMIT ALL OFFSET 0)) AND ((EXISTS (SELECT 1 
FROM (SELECT anon_9.id AS id 
FROM (SELECT case_4.id AS id 
FROM caseflow_rules."case" AS case_4 
WHERE case_4.director_id = the_actor_id UNION ALL SELECT deputy_2.case_id AS case_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.user_id = the_actor_id AND deputy_2.from_at <= the_now AND deputy_2.until_at > the_now UNION ALL SELECT case_5.id AS id 
FROM caseflow_rules."case" AS case_5 
WHERE case_5.team_id = the_actor_leads_team_id) AS anon_9) AS anon_8 
WHERE anon_8.id = entry_1.case_id
 LIMIT ALL OFFSET 0)) OR entry_1.directors_only IS false AND (entry_1.protected IS false OR entry_1.id IN (SELECT entry_disclosure_1.entry_id 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_1 
WHERE entry_disclosure_1.user_id = the_actor_id AND (entry_disclosure_1.from_at IS NULL OR entry_disclosure_1.from_at <= the_now) AND (entry_disclosure_1.until_at IS NULL OR entry_disclosure_1.until_at > the_now) AND (entry_disclosure_1.revoked_at IS NULL OR entry_disclosure_1.revoked_at > the_now))) AND (entry_1.onward = 'free' OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_1 
WHERE entry_origin_1.entry_id = entry_1.id AND entry_origin_1.source_id = the_actor_organisation_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_release AS entry_release_1 
WHERE entry_release_1.entry_id = entry_1.id AND entry_release_1.organisation_id = the_actor_organisation_id
 LIMIT ALL OFFSET 0))) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_1 
WHERE word_check_1.entry_id = entry_1.id AND word_check_1.held IS true AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_2 
WHERE word_check_2.entry_id = word_check_1.entry_id AND word_check_2.version > word_check_1.version
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_1 
WHERE entry_concern_1.entry_id = entry_1.id
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_2 
WHERE link_2.case_id = entry_1.case_id AND (EXISTS (SELECT 1 
FROM (SELECT link_professional_2.link_id AS link_id 
FROM caseflow_rules.link_professional AS link_professional_2 
WHERE link_professional_2.user_id = the_actor_id) AS anon_10 
WHERE anon_10.link_id = link_2.id
 LIMIT ALL OFFSET 0)) AND link_2.from_at <= the_now AND link_2.until_at > the_now AND (link_2.revoked_at IS NULL OR link_2.revoked_at > the_now) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_2 
WHERE entry_concern_2.entry_id = entry_1.id AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_2 
WHERE scope_cell_2.link_id = link_2.id AND scope_cell_2.party_id = entry_concern_2.party_id AND scope_cell_2.category = entry_1.category AND (scope_cell_2.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_2 JOIN caseflow_rules.consent_category AS consent_category_2 ON consent_category_2.consent_id = consent_2.id 
WHERE consent_2.id = scope_cell_2.consent_id AND consent_2.party_id = scope_cell_2.party_id AND consent_2.organisation_id = link_2.organisation_id AND consent_category_2.category = scope_cell_2.category AND consent_2.from_at <= the_now AND consent_2.until_at > the_now AND (consent_2.withdrawn_at IS NULL OR consent_2.withdrawn_at > the_now)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_2 
WHERE entry_origin_2.entry_id = entry_1.id AND (entry_origin_2.source_id = the_actor_organisation_id AND entry_1.directors_only IS false AND entry_1.protected IS false OR (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = entry_origin_2.author_id AND user_1.organisation_id = the_actor_organisation_id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM (SELECT link_3.case_id AS case_id 
FROM caseflow_rules.link AS link_3 
WHERE (EXISTS (SELECT 1 
FROM (SELECT link_professional_3.link_id AS link_id 
FROM caseflow_rules.link_professional AS link_professional_3 
WHERE link_professional_3.user_id = the_actor_id) AS anon_12 
WHERE anon_12.link_id = link_3.id
 LIMIT ALL OFFSET 0)) AND link_3.from_at <= the_now AND link_3.until_at > the_now AND (link_3.revoked_at IS NULL OR link_3.revoked_at > the_now) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_3 
WHERE scope_cell_3.link_id = link_3.id AND (scope_cell_3.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_3 JOIN caseflow_rules.consent_category AS consent_category_3 ON consent_category_3.consent_id = consent_3.id 
WHERE consent_3.id = scope_cell_3.consent_id AND consent_3.party_id = scope_cell_3.party_id AND consent_3.organisation_id = link_3.organisation_id AND consent_category_3.category = scope_cell_3.category AND consent_3.from_at <= the_now AND consent_3.until_at > the_now AND (consent_3.withdrawn_at IS NULL OR consent_3.withdrawn_at > the_now)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))) AS anon_11 
WHERE anon_11.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT case_6.id AS id 
FROM caseflow_rules.break_glass AS break_glass_2 JOIN caseflow_rules."case" AS case_6 ON case_6.id = break_glass_2.case_id 
WHERE break_glass_2.user_id = the_actor_id AND case_6.organisation_id = the_actor_director_at_id AND break_glass_2.at <= the_now AND break_glass_2.until_at > the_now) AS anon_13 
WHERE anon_13.id = entry_1.case_id
 LIMIT ALL OFFSET 0)) AND entry_1.protected IS false)) AS found), ''), true);
PERFORM set_config('caseflow.all_found', '', true);
END $open$;

CREATE FUNCTION caseflow_rules.open_beside_seats() RETURNS void LANGUAGE plpgsql AS $open$
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
the_actor_director_at_id UUID := (nullif(current_setting('caseflow.actor_director_at_id', true), '')::UUID);
the_actor_organisation_id UUID := (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID);
BEGIN
PERFORM set_config('caseflow.found_open_ids', coalesce((SELECT array_agg(found.id)::text FROM (
SELECT entry_1.id 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.case_id IN (SELECT anon_1.case_id 
FROM (SELECT link_1.case_id AS case_id 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id IN (SELECT link_professional_1.link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)))))) UNION ALL SELECT case_1.id AS id 
FROM caseflow_rules.break_glass AS break_glass_1 JOIN caseflow_rules."case" AS case_1 ON case_1.id = break_glass_1.case_id 
WHERE break_glass_1.user_id = the_actor_id AND case_1.organisation_id = the_actor_director_at_id AND break_glass_1.at <= the_now AND break_glass_1.until_at > the_now) AS anon_1 
WHERE (anon_1.case_id NOT IN (SELECT anon_2.case_id 
FROM (SELECT exclusion_1.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now) UNION ALL SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now)) UNION ALL SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now))) AS anon_2))) AND entry_1.recorded_at <= the_now AND ((entry_1.case_id, entry_1.category) IN (SELECT DISTINCT link_2.case_id, scope_cell_2.category 
FROM caseflow_rules.scope_cell AS scope_cell_2 JOIN caseflow_rules.link AS link_2 ON link_2.id = scope_cell_2.link_id 
WHERE link_2.id IN (SELECT link_professional_2.link_id 
FROM caseflow_rules.link_professional AS link_professional_2 
WHERE link_professional_2.user_id = the_actor_id) AND link_2.from_at <= the_now AND link_2.until_at > the_now AND (link_2.revoked_at IS NULL OR link_2.revoked_at > the_now) AND (scope_cell_2.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_2 JOIN caseflow_rules.consent_category AS consent_category_2 ON consent_category_2.consent_id = consent_2.id 
WHERE consent_2.id = scope_cell_2.consent_id AND consent_2.party_id = scope_cell_2.party_id AND consent_2.organisation_id = link_2.organisation_id AND consent_category_2.category = scope_cell_2.category AND consent_2.from_at <= the_now AND consent_2.until_at > the_now AND (consent_2.withdrawn_at IS NULL OR consent_2.withdrawn_at > the_now))))) AND entry_1.directors_only IS false AND (entry_1.protected IS false OR entry_1.id IN (SELECT entry_disclosure_1.entry_id 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_1 
WHERE entry_disclosure_1.user_id = the_actor_id AND (entry_disclosure_1.from_at IS NULL OR entry_disclosure_1.from_at <= the_now) AND (entry_disclosure_1.until_at IS NULL OR entry_disclosure_1.until_at > the_now) AND (entry_disclosure_1.revoked_at IS NULL OR entry_disclosure_1.revoked_at > the_now))) AND (entry_1.onward = 'free' OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_1 
WHERE entry_origin_1.entry_id = entry_1.id AND entry_origin_1.source_id = the_actor_organisation_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_release AS entry_release_1 
WHERE entry_release_1.entry_id = entry_1.id AND entry_release_1.organisation_id = the_actor_organisation_id))) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_1 
WHERE word_check_1.entry_id = entry_1.id AND word_check_1.held IS true AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_2 
WHERE word_check_2.entry_id = word_check_1.entry_id AND word_check_2.version > word_check_1.version)))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_1 
WHERE entry_concern_1.entry_id = entry_1.id)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_3 
WHERE link_3.case_id = entry_1.case_id AND link_3.id IN (SELECT link_professional_3.link_id 
FROM caseflow_rules.link_professional AS link_professional_3 
WHERE link_professional_3.user_id = the_actor_id) AND link_3.from_at <= the_now AND link_3.until_at > the_now AND (link_3.revoked_at IS NULL OR link_3.revoked_at > the_now) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_2 
WHERE entry_concern_2.entry_id = entry_1.id AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_3 
WHERE scope_cell_3.link_id = link_3.id AND scope_cell_3.party_id = entry_concern_2.party_id AND scope_cell_3.category = entry_1.category AND (scope_cell_3.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_3 JOIN caseflow_rules.consent_category AS consent_category_3 ON consent_category_3.consent_id = consent_3.id 
WHERE consent_3.id = scope_cell_3.consent_id AND consent_3.party_id = scope_cell_3.party_id AND consent_3.organisation_id = link_3.organisation_id AND consent_category_3.category = scope_cell_3.category AND consent_3.from_at <= the_now AND consent_3.until_at > the_now AND (consent_3.withdrawn_at IS NULL OR consent_3.withdrawn_at > the_now)))))))))) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_2 
WHERE entry_origin_2.entry_id = entry_1.id AND (entry_origin_2.source_id = the_actor_organisation_id AND entry_1.directors_only IS false AND entry_1.protected IS false OR (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = entry_origin_2.author_id AND user_1.organisation_id = the_actor_organisation_id))))) AND entry_1.case_id IN (SELECT link_4.case_id 
FROM caseflow_rules.link AS link_4 
WHERE link_4.id IN (SELECT link_professional_4.link_id 
FROM caseflow_rules.link_professional AS link_professional_4 
WHERE link_professional_4.user_id = the_actor_id) AND link_4.from_at <= the_now AND link_4.until_at > the_now AND (link_4.revoked_at IS NULL OR link_4.revoked_at > the_now) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_4 
WHERE scope_cell_4.link_id = link_4.id AND (scope_cell_4.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_4 JOIN caseflow_rules.consent_category AS consent_category_4 ON consent_category_4.consent_id = consent_4.id 
WHERE consent_4.id = scope_cell_4.consent_id AND consent_4.party_id = scope_cell_4.party_id AND consent_4.organisation_id = link_4.organisation_id AND consent_category_4.category = scope_cell_4.category AND consent_4.from_at <= the_now AND consent_4.until_at > the_now AND (consent_4.withdrawn_at IS NULL OR consent_4.withdrawn_at > the_now))))))) OR entry_1.case_id IN (SELECT case_2.id 
FROM caseflow_rules.break_glass AS break_glass_2 JOIN caseflow_rules."case" AS case_2 ON case_2.id = break_glass_2.case_id 
WHERE break_glass_2.user_id = the_actor_id AND case_2.organisation_id = the_actor_director_at_id AND break_glass_2.at <= the_now AND break_glass_2.until_at > the_now) AND entry_1.protected IS false)) AS found), ''), true);
PERFORM set_config('caseflow.all_found', 'true', true);
END $open$;

CREATE FUNCTION caseflow_rules.entry_opened(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $rule$
DECLARE
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_actor_organisation_id UUID := (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID);
the_actor_director_at_id UUID := (nullif(current_setting('caseflow.actor_director_at_id', true), '')::UUID);
BEGIN
IF (
SELECT EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = asked AND entry_1.recorded_at <= (SELECT the_now AS anon_2) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now)))) AND ((EXISTS (SELECT 1 
FROM (SELECT exclusion_2.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = the_actor_id AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= the_now) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > the_now)) AS anon_3 
WHERE anon_3.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = the_actor_id AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= the_now) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > the_now))) AS anon_4 
WHERE anon_4.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = the_actor_id AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= the_now) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > the_now))) AS anon_5 
WHERE anon_5.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)))) AND entry_1.directors_only IS false AND (entry_1.protected IS false OR entry_1.id IN (SELECT entry_disclosure_1.entry_id 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_1 
WHERE entry_disclosure_1.user_id = the_actor_id AND (entry_disclosure_1.from_at IS NULL OR entry_disclosure_1.from_at <= the_now) AND (entry_disclosure_1.until_at IS NULL OR entry_disclosure_1.until_at > the_now) AND (entry_disclosure_1.revoked_at IS NULL OR entry_disclosure_1.revoked_at > the_now))) AND (entry_1.onward = 'free' OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_1 
WHERE entry_origin_1.entry_id = entry_1.id AND entry_origin_1.source_id = the_actor_organisation_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_release AS entry_release_1 
WHERE entry_release_1.entry_id = entry_1.id AND entry_release_1.organisation_id = the_actor_organisation_id
 LIMIT ALL OFFSET 0))) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_1 
WHERE word_check_1.entry_id = entry_1.id AND word_check_1.held IS true AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_2 
WHERE word_check_2.entry_id = word_check_1.entry_id AND word_check_2.version > word_check_1.version
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_1 
WHERE entry_concern_1.entry_id = entry_1.id
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.case_id = entry_1.case_id AND (EXISTS (SELECT 1 
FROM (SELECT link_professional_1.link_id AS link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AS anon_6 
WHERE anon_6.link_id = link_1.id
 LIMIT ALL OFFSET 0)) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_2 
WHERE entry_concern_2.entry_id = entry_1.id AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND scope_cell_1.party_id = entry_concern_2.party_id AND scope_cell_1.category = entry_1.category AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0) AS anon_1) THEN RETURN true; END IF;
IF (
SELECT EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = asked AND entry_1.recorded_at <= (SELECT the_now AS anon_2) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now)))) AND ((EXISTS (SELECT 1 
FROM (SELECT exclusion_2.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = the_actor_id AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= the_now) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > the_now)) AS anon_3 
WHERE anon_3.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = the_actor_id AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= the_now) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > the_now))) AS anon_4 
WHERE anon_4.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = the_actor_id AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= the_now) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > the_now))) AS anon_5 
WHERE anon_5.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_1 
WHERE entry_origin_1.entry_id = entry_1.id AND (entry_origin_1.source_id = the_actor_organisation_id AND entry_1.directors_only IS false AND entry_1.protected IS false OR (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = entry_origin_1.author_id AND user_1.organisation_id = the_actor_organisation_id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM (SELECT link_1.case_id AS case_id 
FROM caseflow_rules.link AS link_1 
WHERE (EXISTS (SELECT 1 
FROM (SELECT link_professional_1.link_id AS link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AS anon_7 
WHERE anon_7.link_id = link_1.id
 LIMIT ALL OFFSET 0)) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))) AS anon_6 
WHERE anon_6.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0) AS anon_1) THEN RETURN true; END IF;
IF (
SELECT EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = asked AND entry_1.recorded_at <= (SELECT the_now AS anon_2) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now)))) AND ((EXISTS (SELECT 1 
FROM (SELECT exclusion_2.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = the_actor_id AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= the_now) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > the_now)) AS anon_3 
WHERE anon_3.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = the_actor_id AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= the_now) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > the_now))) AS anon_4 
WHERE anon_4.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = the_actor_id AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= the_now) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > the_now))) AS anon_5 
WHERE anon_5.case_id = entry_1.case_id
 LIMIT ALL OFFSET 0)))) AND (EXISTS (SELECT 1 
FROM (SELECT case_1.id AS id 
FROM caseflow_rules.break_glass AS break_glass_1 JOIN caseflow_rules."case" AS case_1 ON case_1.id = break_glass_1.case_id 
WHERE break_glass_1.user_id = the_actor_id AND case_1.organisation_id = the_actor_director_at_id AND break_glass_1.at <= the_now AND break_glass_1.until_at > the_now) AS anon_6 
WHERE anon_6.id = entry_1.case_id
 LIMIT ALL OFFSET 0)) AND entry_1.protected IS false
 LIMIT ALL OFFSET 0) AS anon_1) THEN RETURN true; END IF;
RETURN false;
END $rule$;

CREATE FUNCTION caseflow_rules.is_excluded(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $rule$
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
IF (
SELECT (EXISTS (SELECT 1 
FROM (SELECT exclusion_1.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now)) AS anon_2 
WHERE anon_2.case_id = asked
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now))) AS anon_3 
WHERE anon_3.case_id = asked
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM (SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now))) AS anon_4 
WHERE anon_4.case_id = asked
 LIMIT ALL OFFSET 0)) AS anon_1) THEN RETURN true; END IF;
RETURN false;
END $rule$;

CREATE FUNCTION caseflow_rules.excluded_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_excluded_cases', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
ids := ARRAY(
SELECT anon_1.case_id 
FROM (SELECT exclusion_1.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now) UNION ALL SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now)) UNION ALL SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now))) AS anon_1);
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_excluded_cases', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.hidden_persons() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_hidden_persons', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
ids := ARRAY(
SELECT anon_1.person_id 
FROM (SELECT person_exclusion_1.person_id AS person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now) UNION ALL SELECT person_tie_1.person_id AS person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now) UNION ALL SELECT party_1.person_id AS person_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.case_id IN (SELECT anon_2.case_id 
FROM (SELECT exclusion_1.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now) UNION ALL SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = the_actor_id AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= the_now) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > the_now)) UNION ALL SELECT party_3.case_id AS case_id 
FROM caseflow_rules.party AS party_3 
WHERE party_3.person_id IN (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = the_actor_id AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= the_now) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > the_now))) AS anon_2)) AS anon_1);
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_hidden_persons', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.linked_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_linked_cases', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
ids := ARRAY(
SELECT link_1.case_id 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id IN (SELECT link_professional_1.link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)))))));
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_linked_cases', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.links_naming_me() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_links_naming_me', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
BEGIN
ids := ARRAY(
SELECT link_professional_1.link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id);
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_links_naming_me', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.my_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_my_cases', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
the_actor_leads_team_id UUID := (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID);
the_actor_director_at_id UUID := (nullif(current_setting('caseflow.actor_director_at_id', true), '')::UUID);
BEGIN
ids := ARRAY(
SELECT anon_1.id 
FROM (SELECT case_1.id AS id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.director_id = the_actor_id UNION ALL SELECT deputy_1.case_id AS case_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.user_id = the_actor_id AND deputy_1.from_at <= the_now AND deputy_1.until_at > the_now UNION ALL SELECT case_2.id AS id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.team_id = the_actor_leads_team_id UNION ALL SELECT link_1.case_id AS case_id 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id IN (SELECT link_professional_1.link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)))))) UNION ALL SELECT case_3.id AS id 
FROM caseflow_rules.break_glass AS break_glass_1 JOIN caseflow_rules."case" AS case_3 ON case_3.id = break_glass_1.case_id 
WHERE break_glass_1.user_id = the_actor_id AND case_3.organisation_id = the_actor_director_at_id AND break_glass_1.at <= the_now AND break_glass_1.until_at > the_now) AS anon_1 
WHERE (anon_1.id NOT IN (SELECT anon_2.case_id 
FROM (SELECT exclusion_1.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now) UNION ALL SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now)) UNION ALL SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now))) AS anon_2)));
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_my_cases', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.my_linked_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_my_linked_cases', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
ids := ARRAY(
SELECT anon_1.case_id 
FROM (SELECT link_1.case_id AS case_id 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id IN (SELECT link_professional_1.link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now))))))) AS anon_1 
WHERE (anon_1.case_id NOT IN (SELECT anon_2.case_id 
FROM (SELECT exclusion_1.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now) UNION ALL SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now)) UNION ALL SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now))) AS anon_2)));
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_my_linked_cases', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.open_parties() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_open_parties', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
ids := ARRAY(
SELECT DISTINCT scope_cell_1.party_id 
FROM caseflow_rules.scope_cell AS scope_cell_1 JOIN caseflow_rules.link AS link_1 ON link_1.id = scope_cell_1.link_id 
WHERE link_1.id IN (SELECT link_professional_1.link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)))));
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_open_parties', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.opened_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_opened_cases', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_actor_director_at_id UUID := (nullif(current_setting('caseflow.actor_director_at_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
ids := ARRAY(
SELECT case_1.id 
FROM caseflow_rules.break_glass AS break_glass_1 JOIN caseflow_rules."case" AS case_1 ON case_1.id = break_glass_1.case_id 
WHERE break_glass_1.user_id = the_actor_id AND case_1.organisation_id = the_actor_director_at_id AND break_glass_1.at <= the_now AND break_glass_1.until_at > the_now);
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_opened_cases', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.parties_open_in_identity() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_parties_open_in_identity', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
ids := ARRAY(
SELECT scope_cell_1.party_id 
FROM caseflow_rules.scope_cell AS scope_cell_1 JOIN caseflow_rules.link AS link_1 ON link_1.id = scope_cell_1.link_id 
WHERE link_1.id IN (SELECT link_professional_1.link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)))) AND scope_cell_1.category = 'identity');
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_parties_open_in_identity', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.running_cells_party_id() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_running_cells_party_id', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
BEGIN
ids := ARRAY(
SELECT DISTINCT scope_cell_1.party_id 
FROM caseflow_rules.scope_cell AS scope_cell_1 JOIN caseflow_rules.link AS link_1 ON link_1.id = scope_cell_1.link_id 
WHERE link_1.id IN (SELECT link_professional_1.link_id 
FROM caseflow_rules.link_professional AS link_professional_1 
WHERE link_professional_1.user_id = the_actor_id) AND link_1.from_at <= the_now AND link_1.until_at > the_now AND (link_1.revoked_at IS NULL OR link_1.revoked_at > the_now) AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= the_now AND consent_1.until_at > the_now AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > the_now)))));
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_running_cells_party_id', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.seat_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_seat_cases', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
the_actor_leads_team_id UUID := (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID);
BEGIN
ids := ARRAY(
SELECT anon_1.id 
FROM (SELECT case_1.id AS id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.director_id = the_actor_id UNION ALL SELECT deputy_1.case_id AS case_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.user_id = the_actor_id AND deputy_1.from_at <= the_now AND deputy_1.until_at > the_now UNION ALL SELECT case_2.id AS id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.team_id = the_actor_leads_team_id) AS anon_1 
WHERE (anon_1.id NOT IN (SELECT anon_2.case_id 
FROM (SELECT exclusion_1.case_id AS case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = the_actor_id AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= the_now) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > the_now) UNION ALL SELECT party_1.case_id AS case_id 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id IN (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = the_actor_id AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= the_now) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > the_now)) UNION ALL SELECT party_2.case_id AS case_id 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id IN (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = the_actor_id AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= the_now) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > the_now))) AS anon_2)));
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_seat_cases', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.wholly_open_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('caseflow.mark', true);
kept text := current_setting('caseflow.kept_wholly_open_cases', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
DECLARE
the_actor_id UUID := (nullif(current_setting('caseflow.actor_id', true), '')::UUID);
the_now TIMESTAMP WITH TIME ZONE := (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE);
the_actor_leads_team_id UUID := (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID);
the_actor_director_at_id UUID := (nullif(current_setting('caseflow.actor_director_at_id', true), '')::UUID);
BEGIN
ids := ARRAY(
SELECT anon_1.id 
FROM (SELECT case_1.id AS id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.director_id = the_actor_id UNION ALL SELECT deputy_1.case_id AS case_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.user_id = the_actor_id AND deputy_1.from_at <= the_now AND deputy_1.until_at > the_now UNION ALL SELECT case_2.id AS id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.team_id = the_actor_leads_team_id UNION ALL SELECT case_3.id AS id 
FROM caseflow_rules.break_glass AS break_glass_1 JOIN caseflow_rules."case" AS case_3 ON case_3.id = break_glass_1.case_id 
WHERE break_glass_1.user_id = the_actor_id AND case_3.organisation_id = the_actor_director_at_id AND break_glass_1.at <= the_now AND break_glass_1.until_at > the_now) AS anon_1);
END;
IF mark <> '' THEN
PERFORM set_config('caseflow.kept_wholly_open_cases', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;

CREATE FUNCTION caseflow_rules.take_seat(asked uuid) RETURNS boolean LANGUAGE plpgsql AS $seat$
BEGIN
IF current_setting('caseflow.mark', true) <> '' AND asked = ANY (caseflow_rules.seat_cases()) THEN
PERFORM set_config('caseflow.seat_here', asked::text, true);
RETURN true;
END IF;
RETURN false;
END $seat$;

CREATE FUNCTION caseflow_rules.forget_person(unwanted uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = public, pg_temp
    AS 'DELETE FROM person WHERE id = unwanted AND NOT EXISTS (SELECT 1 FROM party WHERE person_id = unwanted)';
ALTER FUNCTION caseflow_rules.forget_person OWNER TO caseflow_system;

CREATE FUNCTION caseflow_rules.persons_born_on(wanted date) RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT person.id, person.name FROM person WHERE person.born_on = wanted AND ((nullif(current_setting(''caseflow.actor_is_privacy_officer'', true), '''')::BOOLEAN) AND (person.id NOT IN (SELECT anon_1 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_1)))';
ALTER FUNCTION caseflow_rules.persons_born_on OWNER TO caseflow_system;
REVOKE CREATE ON SCHEMA caseflow_rules FROM caseflow_system;
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO caseflow_system;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO caseflow_app;
GRANT SELECT ON alembic_version TO caseflow_app, caseflow_system;

ALTER TABLE "action" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "action" TO caseflow_system;
CREATE POLICY the_system ON "action" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "action" TO caseflow_app;
CREATE POLICY the_actor ON "action" TO caseflow_app USING (action.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = action.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(action.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = action.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = action.owner_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_3) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR action.owner_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.action AS action_1 
WHERE action_1.id = action.id AND action_1.owner_id = action.owner_id AND (action_1.id IN (SELECT anon_4 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_4) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = action_1.id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_5) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR entry_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(action_1.id))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = action.owner_organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_2.organisation_id 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_8)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_9) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.action AS action_2 
WHERE action_2.id = action.id AND action_2.owner_organisation_id = action.owner_organisation_id AND (action_2.id IN (SELECT anon_10 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_10) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = action_2.id AND entry_3.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_5) AND (entry_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR entry_3.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(action_2.id))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "address" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "address" TO caseflow_system;
CREATE POLICY the_system ON "address" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "address" TO caseflow_app;
CREATE POLICY the_actor ON "address" TO caseflow_app USING (address.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = address.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(address.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = address.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = address.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.address AS address_1 
WHERE address_1.id = address.id AND address_1.party_id = address.party_id AND (address_1.id IN (SELECT anon_7 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_7) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = address_1.id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_8) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.seat_cases()) AS anon_9))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(address_1.id))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "analysis" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "analysis" TO caseflow_system;
CREATE POLICY the_system ON "analysis" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "analysis" TO caseflow_app;
CREATE POLICY the_actor ON "analysis" TO caseflow_app USING (analysis.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = analysis.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(analysis.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = analysis.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "analysis_point" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "analysis_point" TO caseflow_system;
CREATE POLICY the_system ON "analysis_point" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "analysis_point" TO caseflow_app;
CREATE POLICY the_actor ON "analysis_point" TO caseflow_app USING (analysis_point.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = analysis_point.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(analysis_point.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = analysis_point.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "api_token" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "api_token" TO caseflow_system;
CREATE POLICY the_system ON "api_token" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "api_token" TO caseflow_app;
CREATE POLICY the_actor ON "api_token" TO caseflow_app USING (api_token.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND api_token.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = api_token.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.api_token AS api_token_1 
WHERE api_token_1.id = api_token.id AND api_token_1.user_id = api_token.user_id AND api_token_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID)
 LIMIT ALL OFFSET 0))));

ALTER TABLE "assessment" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "assessment" TO caseflow_system;
CREATE POLICY the_system ON "assessment" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "assessment" TO caseflow_app;
CREATE POLICY the_actor ON "assessment" TO caseflow_app USING (assessment.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = assessment.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(assessment.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = assessment.about_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.open_parties()) AS anon_5)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.assessment AS assessment_1 
WHERE assessment_1.id = assessment.id AND assessment_1.about_id = assessment.about_id AND (assessment_1.id IN (SELECT anon_6 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_6) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = assessment_1.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_7) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR entry_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(assessment_1.id))
 LIMIT ALL OFFSET 0))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = assessment.id AND (entry_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_cases()) AS anon_9) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_2.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "assessment_score" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "assessment_score" TO caseflow_system;
CREATE POLICY the_system ON "assessment_score" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "assessment_score" TO caseflow_app;
CREATE POLICY the_actor ON "assessment_score" TO caseflow_app USING (assessment_score.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = assessment_score.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(assessment_score.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = assessment_score.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "attempt" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "attempt" TO caseflow_system;
CREATE POLICY the_system ON "attempt" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT ON "attempt" TO caseflow_app;

ALTER TABLE "audit_head" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_head" TO caseflow_system;
CREATE POLICY the_system ON "audit_head" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "audit_head" TO caseflow_app;
CREATE POLICY the_actor ON "audit_head" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL);

ALTER TABLE "audit_row" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_row" TO caseflow_system;
CREATE POLICY the_system ON "audit_row" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON "audit_row" TO caseflow_app;
CREATE POLICY the_actor ON "audit_row" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (audit_row.case_id IS NULL OR NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(audit_row.case_id))) OR audit_row.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR audit_row.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2)) WITH CHECK (audit_row.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID));

ALTER TABLE "audit_seal" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_seal" TO caseflow_system;
CREATE POLICY the_system ON "audit_seal" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT ON "audit_seal" TO caseflow_app;

ALTER TABLE "basis_rule" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "basis_rule" TO caseflow_system;
CREATE POLICY the_system ON "basis_rule" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT ON "basis_rule" TO caseflow_app;
CREATE POLICY the_actor ON "basis_rule" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN)) WITH CHECK (false);

ALTER TABLE "break_glass" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "break_glass" TO caseflow_system;
CREATE POLICY the_system ON "break_glass" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "break_glass" TO caseflow_app;
CREATE POLICY the_actor ON "break_glass" TO caseflow_app USING (break_glass.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR break_glass.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(break_glass.case_id)) OR break_glass.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND break_glass.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3)) WITH CHECK ((EXISTS (SELECT 1 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id = break_glass.case_id AND case_1.organisation_id = (nullif(current_setting('caseflow.actor_director_at_id', true), '')::UUID)
 LIMIT ALL OFFSET 0)) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(break_glass.case_id)) AND break_glass.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND break_glass.at = (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND break_glass.reviewed_by_id IS NULL OR (nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (break_glass.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_2.case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(break_glass.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.break_glass AS break_glass_1 
WHERE break_glass_1.id = break_glass.id AND break_glass_1.case_id = break_glass.case_id AND (break_glass_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR break_glass_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_3.case_id 
FROM caseflow_rules.exclusion AS exclusion_3 
WHERE exclusion_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_3.from_at IS NULL OR exclusion_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_3.until_at IS NULL OR exclusion_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_3.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_3 
WHERE person_exclusion_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_3.from_at IS NULL OR person_exclusion_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_3.until_at IS NULL OR person_exclusion_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_3.person_id 
FROM caseflow_rules.person_tie AS person_tie_3 
WHERE person_tie_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_3.from_at IS NULL OR person_tie_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_3.until_at IS NULL OR person_tie_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(break_glass_1.case_id)) OR break_glass_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND break_glass_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = break_glass.reviewed_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_5)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_6) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR break_glass.reviewed_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.break_glass AS break_glass_2 
WHERE break_glass_2.id = break_glass.id AND break_glass_2.reviewed_by_id = break_glass.reviewed_by_id AND (break_glass_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR break_glass_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_4.case_id 
FROM caseflow_rules.exclusion AS exclusion_4 
WHERE exclusion_4.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_4.from_at IS NULL OR exclusion_4.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_4.until_at IS NULL OR exclusion_4.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_4.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_4 
WHERE person_exclusion_4.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_4.from_at IS NULL OR person_exclusion_4.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_4.until_at IS NULL OR person_exclusion_4.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_4.person_id 
FROM caseflow_rules.person_tie AS person_tie_4 
WHERE person_tie_4.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_4.from_at IS NULL OR person_tie_4.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_4.until_at IS NULL OR person_tie_4.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(break_glass_2.case_id)) OR break_glass_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND break_glass_2.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = break_glass.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_3.director_id 
FROM caseflow_rules."case" AS case_3 
WHERE case_3.id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_9)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_10) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.break_glass AS break_glass_3 
WHERE break_glass_3.id = break_glass.id AND break_glass_3.user_id = break_glass.user_id AND (break_glass_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR break_glass_3.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_5.case_id 
FROM caseflow_rules.exclusion AS exclusion_5 
WHERE exclusion_5.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_5.from_at IS NULL OR exclusion_5.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_5.until_at IS NULL OR exclusion_5.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_5.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_5 
WHERE person_exclusion_5.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_5.from_at IS NULL OR person_exclusion_5.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_5.until_at IS NULL OR person_exclusion_5.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_5.person_id 
FROM caseflow_rules.person_tie AS person_tie_5 
WHERE person_tie_5.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_5.from_at IS NULL OR person_tie_5.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_5.until_at IS NULL OR person_tie_5.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(break_glass_3.case_id)) OR break_glass_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND break_glass_3.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_cases()) AS anon_12))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "case" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "case" TO caseflow_system;
CREATE POLICY the_system ON "case" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "case" TO caseflow_app;
CREATE POLICY the_actor ON "case" TO caseflow_app USING ("case".id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = "case".director_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id = "case".id AND case_2.director_id = "case".director_id AND case_2.id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3)
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = "case".organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_2.organisation_id 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id IN (SELECT case_3.director_id 
FROM caseflow_rules."case" AS case_3 
WHERE case_3.id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_4)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_5) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules."case" AS case_4 
WHERE case_4.id = "case".id AND case_4.organisation_id = "case".organisation_id AND case_4.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6)
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_2 
WHERE team_2.id = "case".team_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR team_2.id = (nullif(current_setting('caseflow.actor_team_id', true), '')::UUID))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules."case" AS case_5 
WHERE case_5.id = "case".id AND case_5.team_id = "case".team_id AND case_5.id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_cases()) AS anon_7)
 LIMIT ALL OFFSET 0))));

ALTER TABLE "case_brief" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "case_brief" TO caseflow_system;
CREATE POLICY the_system ON "case_brief" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "case_brief" TO caseflow_app;
CREATE POLICY the_actor ON "case_brief" TO caseflow_app USING (case_brief.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR case_brief.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR case_brief.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND case_brief.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = case_brief.brought_in_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR case_brief.brought_in_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.case_brief AS case_brief_1 
WHERE case_brief_1.case_id = case_brief.case_id AND case_brief_1.brought_in_by_id = case_brief.brought_in_by_id AND (case_brief_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR case_brief_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4) OR case_brief_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_cases()) AS anon_5) AND case_brief_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_6))
 LIMIT ALL OFFSET 0))) AND (case_brief.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_cases()) AS anon_7) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(case_brief.case_id))));

ALTER TABLE "closure" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "closure" TO caseflow_system;
CREATE POLICY the_system ON "closure" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "closure" TO caseflow_app;
CREATE POLICY the_actor ON "closure" TO caseflow_app USING (closure.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR closure.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR closure.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND closure.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (closure.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(closure.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.closure AS closure_1 
WHERE closure_1.id = closure.id AND closure_1.case_id = closure.case_id AND (closure_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR closure_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR closure_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND closure_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = closure.reviewed_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_6)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_7) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR closure.reviewed_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.closure AS closure_2 
WHERE closure_2.id = closure.id AND closure_2.reviewed_by_id = closure.reviewed_by_id AND (closure_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR closure_2.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8) OR closure_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_cases()) AS anon_9) AND closure_2.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_10))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "closure_proposal" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "closure_proposal" TO caseflow_system;
CREATE POLICY the_system ON "closure_proposal" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "closure_proposal" TO caseflow_app;
CREATE POLICY the_actor ON "closure_proposal" TO caseflow_app USING (closure_proposal.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR closure_proposal.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR closure_proposal.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND closure_proposal.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (closure_proposal.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(closure_proposal.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.closure_proposal AS closure_proposal_1 
WHERE closure_proposal_1.id = closure_proposal.id AND closure_proposal_1.case_id = closure_proposal.case_id AND (closure_proposal_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR closure_proposal_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR closure_proposal_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND closure_proposal_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = closure_proposal.decided_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_6)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_7) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR closure_proposal.decided_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.closure_proposal AS closure_proposal_2 
WHERE closure_proposal_2.id = closure_proposal.id AND closure_proposal_2.decided_by_id = closure_proposal.decided_by_id AND (closure_proposal_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR closure_proposal_2.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8) OR closure_proposal_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_cases()) AS anon_9) AND closure_proposal_2.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_10))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = closure_proposal.proposed_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_11 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_11)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_12) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.closure_proposal AS closure_proposal_3 
WHERE closure_proposal_3.id = closure_proposal.id AND closure_proposal_3.proposed_by_id = closure_proposal.proposed_by_id AND (closure_proposal_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR closure_proposal_3.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.seat_cases()) AS anon_13) OR closure_proposal_3.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.my_cases()) AS anon_14) AND closure_proposal_3.case_id IN (SELECT anon_15 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_15))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "conference" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "conference" TO caseflow_system;
CREATE POLICY the_system ON "conference" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "conference" TO caseflow_app;
CREATE POLICY the_actor ON "conference" TO caseflow_app USING (conference.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = conference.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(conference.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = conference.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "conference_attendee" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "conference_attendee" TO caseflow_system;
CREATE POLICY the_system ON "conference_attendee" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "conference_attendee" TO caseflow_app;
CREATE POLICY the_actor ON "conference_attendee" TO caseflow_app USING (conference_attendee.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = conference_attendee.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(conference_attendee.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = conference_attendee.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = conference_attendee.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_3) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "conference_decision" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "conference_decision" TO caseflow_system;
CREATE POLICY the_system ON "conference_decision" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "conference_decision" TO caseflow_app;
CREATE POLICY the_actor ON "conference_decision" TO caseflow_app USING (conference_decision.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = conference_decision.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(conference_decision.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = conference_decision.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "consent" TO caseflow_system;
CREATE POLICY the_system ON "consent" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "consent" TO caseflow_app;
CREATE POLICY the_actor ON "consent" TO caseflow_app USING (consent.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR consent.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (consent.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(consent.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 
WHERE consent_1.id = consent.id AND consent_1.case_id = consent.case_id AND (consent_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR consent_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = consent.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_4)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_5) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_2 
WHERE consent_2.id = consent.id AND consent_2.organisation_id = consent.organisation_id AND (consent_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR consent_2.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = consent.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR party_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8) AND (party_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_9) OR party_1.id IN (SELECT anon_10 
FROM unnest(caseflow_rules.open_parties()) AS anon_10)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_3 
WHERE consent_3.id = consent.id AND consent_3.party_id = consent.party_id AND (consent_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR consent_3.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = consent.recorded_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_12)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_13) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_4 
WHERE consent_4.id = consent.id AND consent_4.recorded_by_id = consent.recorded_by_id AND (consent_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR consent_4.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.seat_cases()) AS anon_14))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_3 
WHERE user_3.id = consent.withdrawal_taken_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_3.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_3.id IN (SELECT case_3.director_id 
FROM caseflow_rules."case" AS case_3 
WHERE case_3.id IN (SELECT anon_15 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_15)) OR user_3.id IN (SELECT deputy_3.user_id 
FROM caseflow_rules.deputy AS deputy_3 
WHERE deputy_3.case_id IN (SELECT anon_16 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_16) AND deputy_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR consent.withdrawal_taken_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_5 
WHERE consent_5.id = consent.id AND consent_5.withdrawal_taken_by_id = consent.withdrawal_taken_by_id AND (consent_5.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR consent_5.case_id IN (SELECT anon_17 
FROM unnest(caseflow_rules.seat_cases()) AS anon_17))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "consent_category" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "consent_category" TO caseflow_system;
CREATE POLICY the_system ON "consent_category" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "consent_category" TO caseflow_app;
CREATE POLICY the_actor ON "consent_category" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 
WHERE consent_1.id = consent_category.consent_id AND (consent_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR consent_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 
WHERE consent_1.id = consent_category.consent_id AND (consent_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR consent_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "contact" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "contact" TO caseflow_system;
CREATE POLICY the_system ON "contact" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "contact" TO caseflow_app;
CREATE POLICY the_actor ON "contact" TO caseflow_app USING (contact.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = contact.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(contact.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = contact.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "contact_with" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "contact_with" TO caseflow_system;
CREATE POLICY the_system ON "contact_with" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "contact_with" TO caseflow_app;
CREATE POLICY the_actor ON "contact_with" TO caseflow_app USING ((contact_with.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = contact_with.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(contact_with.entry_id)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = contact_with.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR party_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6) AND (party_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_7) OR party_1.id IN (SELECT anon_8 
FROM unnest(caseflow_rules.open_parties()) AS anon_8)))
 LIMIT ALL OFFSET 0))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = contact_with.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = contact_with.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "credential" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "credential" TO caseflow_system;
CREATE POLICY the_system ON "credential" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT ON "credential" TO caseflow_app;

ALTER TABLE "decision" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "decision" TO caseflow_system;
CREATE POLICY the_system ON "decision" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "decision" TO caseflow_app;
CREATE POLICY the_actor ON "decision" TO caseflow_app USING (decision.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = decision.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(decision.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = decision.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "deputy" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "deputy" TO caseflow_system;
CREATE POLICY the_system ON "deputy" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "deputy" TO caseflow_app;
CREATE POLICY the_actor ON "deputy" TO caseflow_app USING (deputy.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR deputy.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR deputy.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND deputy.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (deputy.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(deputy.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.id = deputy.id AND deputy_1.case_id = deputy.case_id AND (deputy_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR deputy_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR deputy_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND deputy_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = deputy.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_6)) OR user_1.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_7) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.deputy AS deputy_3 
WHERE deputy_3.id = deputy.id AND deputy_3.user_id = deputy.user_id AND (deputy_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR deputy_3.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8) OR deputy_3.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_cases()) AS anon_9) AND deputy_3.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_10))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "disclosure_note" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "disclosure_note" TO caseflow_system;
CREATE POLICY the_system ON "disclosure_note" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "disclosure_note" TO caseflow_app;
CREATE POLICY the_actor ON "disclosure_note" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = disclosure_note.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = disclosure_note.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.disclosure_note AS disclosure_note_1 
WHERE disclosure_note_1.id = disclosure_note.id AND disclosure_note_1.entry_id = disclosure_note.entry_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = disclosure_note_1.entry_id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_2.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_1 
WHERE entry_disclosure_1.id = disclosure_note.id AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = entry_disclosure_1.entry_id AND entry_3.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_3.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0)) OR entry_disclosure_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (entry_disclosure_1.entry_id IN (SELECT anon_6 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_6) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_4 
WHERE entry_4.id = entry_disclosure_1.entry_id AND entry_4.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_4.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_disclosure_1.entry_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "document" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "document" TO caseflow_system;
CREATE POLICY the_system ON "document" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "document" TO caseflow_app;
CREATE POLICY the_actor ON "document" TO caseflow_app USING (document.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = document.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(document.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = document.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "earlier_text" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "earlier_text" TO caseflow_system;
CREATE POLICY the_system ON "earlier_text" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "earlier_text" TO caseflow_app;
CREATE POLICY the_actor ON "earlier_text" TO caseflow_app USING (earlier_text.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR earlier_text.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2)) WITH CHECK (earlier_text.changed_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (earlier_text.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(earlier_text.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 JOIN caseflow_rules.person AS person_1 ON person_1.id = party_1.person_id 
WHERE party_1.id = earlier_text.thing_id AND party_1.case_id = earlier_text.case_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id = person_1.id AND (party_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_2.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_2.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_2.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_2.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.parties_open_in_identity()) AS anon_6)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "entry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry" TO caseflow_system;
CREATE POLICY the_system ON "entry" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry" TO caseflow_app;
CREATE POLICY the_actor ON "entry" TO caseflow_app USING (entry.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR entry.id IN (SELECT anon_4 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_4) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry.case_id)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.case_id = entry.case_id AND link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND scope_cell_1.category = entry.category
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) AND entry.directors_only IS false AND (entry.protected IS false OR entry.id IN (SELECT entry_disclosure_1.entry_id 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_1 
WHERE entry_disclosure_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (entry_disclosure_1.from_at IS NULL OR entry_disclosure_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (entry_disclosure_1.until_at IS NULL OR entry_disclosure_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (entry_disclosure_1.revoked_at IS NULL OR entry_disclosure_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) AND (entry.onward = 'free' OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_1 
WHERE entry_origin_1.entry_id = entry.id AND entry_origin_1.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_release AS entry_release_1 
WHERE entry_release_1.entry_id = entry.id AND entry_release_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)
 LIMIT ALL OFFSET 0))) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_1 
WHERE word_check_1.entry_id = entry.id AND word_check_1.held IS true AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_2 
WHERE word_check_2.entry_id = word_check_1.entry_id AND word_check_2.version > word_check_1.version
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_1 
WHERE entry_concern_1.entry_id = entry.id
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_2 
WHERE link_2.case_id = entry.case_id AND link_2.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_6) AND link_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_2.revoked_at IS NULL OR link_2.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_2 
WHERE entry_concern_2.entry_id = entry.id AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_2 
WHERE scope_cell_2.link_id = link_2.id AND scope_cell_2.party_id = entry_concern_2.party_id AND scope_cell_2.category = entry.category AND (scope_cell_2.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_2.consent_id AND consent_1.party_id = scope_cell_2.party_id AND consent_1.organisation_id = link_2.organisation_id AND consent_category_1.category = scope_cell_2.category AND consent_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_2 
WHERE entry_origin_2.entry_id = entry.id AND (entry_origin_2.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND entry.directors_only IS false AND entry.protected IS false OR (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = entry_origin_2.author_id AND user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) AND entry.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.linked_cases()) AS anon_7) OR entry.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.opened_cases()) AS anon_8) AND entry.protected IS false))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (entry.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry.id AND entry_1.case_id = entry.case_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4) OR entry_1.id IN (SELECT anon_5 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_5) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND NOT (((EXISTS (SELECT exclusion_2.case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.case_id = entry_1.case_id AND link_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_6) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 
WHERE scope_cell_1.link_id = link_1.id AND scope_cell_1.category = entry_1.category
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) AND entry_1.directors_only IS false AND (entry_1.protected IS false OR entry_1.id IN (SELECT entry_disclosure_1.entry_id 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_1 
WHERE entry_disclosure_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (entry_disclosure_1.from_at IS NULL OR entry_disclosure_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (entry_disclosure_1.until_at IS NULL OR entry_disclosure_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (entry_disclosure_1.revoked_at IS NULL OR entry_disclosure_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) AND (entry_1.onward = 'free' OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_1 
WHERE entry_origin_1.entry_id = entry_1.id AND entry_origin_1.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_release AS entry_release_1 
WHERE entry_release_1.entry_id = entry_1.id AND entry_release_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)
 LIMIT ALL OFFSET 0))) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_1 
WHERE word_check_1.entry_id = entry_1.id AND word_check_1.held IS true AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_2 
WHERE word_check_2.entry_id = word_check_1.entry_id AND word_check_2.version > word_check_1.version
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_1 
WHERE entry_concern_1.entry_id = entry_1.id
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_2 
WHERE link_2.case_id = entry_1.case_id AND link_2.id IN (SELECT anon_7 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_7) AND link_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_2.revoked_at IS NULL OR link_2.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.entry_concern AS entry_concern_2 
WHERE entry_concern_2.entry_id = entry_1.id AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_2 
WHERE scope_cell_2.link_id = link_2.id AND scope_cell_2.party_id = entry_concern_2.party_id AND scope_cell_2.category = entry_1.category AND (scope_cell_2.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_2.consent_id AND consent_1.party_id = scope_cell_2.party_id AND consent_1.organisation_id = link_2.organisation_id AND consent_category_1.category = scope_cell_2.category AND consent_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_2 
WHERE entry_origin_2.entry_id = entry_1.id AND (entry_origin_2.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND entry_1.directors_only IS false AND entry_1.protected IS false OR (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = entry_origin_2.author_id AND user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) AND entry_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.linked_cases()) AS anon_8) OR entry_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.opened_cases()) AS anon_9) AND entry_1.protected IS false))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "entry_concern" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_concern" TO caseflow_system;
CREATE POLICY the_system ON "entry_concern" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_concern" TO caseflow_app;
CREATE POLICY the_actor ON "entry_concern" TO caseflow_app USING ((entry_concern.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_concern.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_concern.entry_id)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = entry_concern.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR party_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6) AND (party_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_7) OR party_1.id IN (SELECT anon_8 
FROM unnest(caseflow_rules.open_parties()) AS anon_8)))
 LIMIT ALL OFFSET 0))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_concern.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = entry_concern.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "entry_disclosure" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_disclosure" TO caseflow_system;
CREATE POLICY the_system ON "entry_disclosure" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_disclosure" TO caseflow_app;
CREATE POLICY the_actor ON "entry_disclosure" TO caseflow_app USING ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_disclosure.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0)) OR entry_disclosure.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (entry_disclosure.entry_id IN (SELECT anon_4 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_4) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = entry_disclosure.entry_id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_2.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_disclosure.entry_id))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = entry_disclosure.by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR entry_disclosure.by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_1 
WHERE entry_disclosure_1.id = entry_disclosure.id AND entry_disclosure_1.by_id = entry_disclosure.by_id AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_disclosure_1.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0)) OR entry_disclosure_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (entry_disclosure_1.entry_id IN (SELECT anon_6 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_6) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = entry_disclosure_1.entry_id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_disclosure_1.entry_id)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = entry_disclosure.entry_id AND (entry_3.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_3.case_id)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_2 
WHERE entry_disclosure_2.id = entry_disclosure.id AND entry_disclosure_2.entry_id = entry_disclosure.entry_id AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_4 
WHERE entry_4.id = entry_disclosure_2.entry_id AND entry_4.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_4.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.seat_cases()) AS anon_9))
 LIMIT ALL OFFSET 0)) OR entry_disclosure_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (entry_disclosure_2.entry_id IN (SELECT anon_10 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_10) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_5 
WHERE entry_5.id = entry_disclosure_2.entry_id AND entry_5.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_5.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_5.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_disclosure_2.entry_id)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = entry_disclosure.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_12)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_13) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_disclosure AS entry_disclosure_3 
WHERE entry_disclosure_3.id = entry_disclosure.id AND entry_disclosure_3.user_id = entry_disclosure.user_id AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_6 
WHERE entry_6.id = entry_disclosure_3.entry_id AND entry_6.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_6.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_6.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.seat_cases()) AS anon_14))
 LIMIT ALL OFFSET 0)) OR entry_disclosure_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (entry_disclosure_3.entry_id IN (SELECT anon_15 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_15) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_7 
WHERE entry_7.id = entry_disclosure_3.entry_id AND entry_7.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_7.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_7.case_id IN (SELECT anon_16 
FROM unnest(caseflow_rules.seat_cases()) AS anon_16))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_disclosure_3.entry_id)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "entry_origin" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_origin" TO caseflow_system;
CREATE POLICY the_system ON "entry_origin" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_origin" TO caseflow_app;
CREATE POLICY the_actor ON "entry_origin" TO caseflow_app USING ((entry_origin.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_origin.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_origin.entry_id)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = entry_origin.entry_id AND entry_2.source_confidential IS false
 LIMIT ALL OFFSET 0)) OR entry_origin.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR entry_origin.author_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = entry_origin.entry_id AND entry_3.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_3.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0)))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = entry_origin.author_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_1 
WHERE entry_origin_1.entry_id = entry_origin.entry_id AND entry_origin_1.author_id = entry_origin.author_id AND (entry_origin_1.entry_id IN (SELECT anon_3 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_3) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_origin_1.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_5) OR entry_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_origin_1.entry_id)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = entry_origin_1.entry_id AND entry_2.source_confidential IS false
 LIMIT ALL OFFSET 0)) OR entry_origin_1.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR entry_origin_1.author_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = entry_origin_1.entry_id AND entry_3.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_5) OR entry_3.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))) AND (entry_origin.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_origin.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_2 
WHERE entry_origin_2.entry_id = entry_origin.entry_id AND entry_origin_2.case_id = entry_origin.case_id AND (entry_origin_2.entry_id IN (SELECT anon_9 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_9) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_4 
WHERE entry_4.id = entry_origin_2.entry_id AND entry_4.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_5) OR entry_4.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.seat_cases()) AS anon_10))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_origin_2.entry_id)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_5 
WHERE entry_5.id = entry_origin_2.entry_id AND entry_5.source_confidential IS false
 LIMIT ALL OFFSET 0)) OR entry_origin_2.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR entry_origin_2.author_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_6 
WHERE entry_6.id = entry_origin_2.entry_id AND entry_6.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_6.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_5) OR entry_6.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_7 
WHERE entry_7.id = entry_origin.entry_id AND (entry_7.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_cases()) AS anon_12) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_2.case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_7.case_id)))
 LIMIT ALL OFFSET 0)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = entry_origin.from_organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_2.organisation_id 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_13 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_13)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_14) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR entry_origin.from_organisation_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_3 
WHERE entry_origin_3.entry_id = entry_origin.entry_id AND entry_origin_3.from_organisation_id = entry_origin.from_organisation_id AND (entry_origin_3.entry_id IN (SELECT anon_15 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_15) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_8 
WHERE entry_8.id = entry_origin_3.entry_id AND entry_8.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_8.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_5) OR entry_8.case_id IN (SELECT anon_16 
FROM unnest(caseflow_rules.seat_cases()) AS anon_16))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_origin_3.entry_id)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_9 
WHERE entry_9.id = entry_origin_3.entry_id AND entry_9.source_confidential IS false
 LIMIT ALL OFFSET 0)) OR entry_origin_3.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR entry_origin_3.author_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_10 
WHERE entry_10.id = entry_origin_3.entry_id AND entry_10.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_10.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_5) OR entry_10.case_id IN (SELECT anon_17 
FROM unnest(caseflow_rules.seat_cases()) AS anon_17))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_2 
WHERE organisation_2.id = entry_origin.source_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_2.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_2.id IN (SELECT user_3.organisation_id 
FROM caseflow_rules."user" AS user_3 
WHERE user_3.id IN (SELECT case_3.director_id 
FROM caseflow_rules."case" AS case_3 
WHERE case_3.id IN (SELECT anon_18 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_18)) OR user_3.id IN (SELECT deputy_3.user_id 
FROM caseflow_rules.deputy AS deputy_3 
WHERE deputy_3.case_id IN (SELECT anon_19 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_19) AND deputy_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_2 
WHERE team_2.organisation_id = organisation_2.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_origin AS entry_origin_4 
WHERE entry_origin_4.entry_id = entry_origin.entry_id AND entry_origin_4.source_id = entry_origin.source_id AND (entry_origin_4.entry_id IN (SELECT anon_20 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_20) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_11 
WHERE entry_11.id = entry_origin_4.entry_id AND entry_11.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_11.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_5) OR entry_11.case_id IN (SELECT anon_21 
FROM unnest(caseflow_rules.seat_cases()) AS anon_21))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_origin_4.entry_id)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_12 
WHERE entry_12.id = entry_origin_4.entry_id AND entry_12.source_confidential IS false
 LIMIT ALL OFFSET 0)) OR entry_origin_4.source_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR entry_origin_4.author_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_13 
WHERE entry_13.id = entry_origin_4.entry_id AND entry_13.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_13.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_5) OR entry_13.case_id IN (SELECT anon_22 
FROM unnest(caseflow_rules.seat_cases()) AS anon_22))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "entry_release" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_release" TO caseflow_system;
CREATE POLICY the_system ON "entry_release" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_release" TO caseflow_app;
CREATE POLICY the_actor ON "entry_release" TO caseflow_app USING ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_release.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0)) OR entry_release.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (entry_release.entry_id IN (SELECT anon_4 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_4) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = entry_release.entry_id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_2.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(entry_release.entry_id))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_release.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = entry_release.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_3) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_request AS release_request_1 
WHERE release_request_1.entry_id = entry_release.entry_id AND release_request_1.organisation_id = entry_release.organisation_id AND release_request_1.outcome = 'granted' AND release_request_1.answered_at = (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND release_request_1.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (release_request_1.entry_id IN (SELECT anon_4 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_4) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = release_request_1.entry_id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_5) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR entry_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(release_request_1.entry_id))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "entry_version" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_version" TO caseflow_system;
CREATE POLICY the_system ON "entry_version" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "entry_version" TO caseflow_app;
CREATE POLICY the_actor ON "entry_version" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_version.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = entry_version.edited_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_version AS entry_version_1 
WHERE entry_version_1.id = entry_version.id AND entry_version_1.edited_by_id = entry_version.edited_by_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = entry_version_1.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = entry_version.entry_id AND (entry_2.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_2.case_id)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry_version AS entry_version_2 
WHERE entry_version_2.id = entry_version.id AND entry_version_2.entry_id = entry_version.entry_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = entry_version_2.entry_id AND entry_3.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_3.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "exclusion" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "exclusion" TO caseflow_system;
CREATE POLICY the_system ON "exclusion" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "exclusion" TO caseflow_app;
CREATE POLICY the_actor ON "exclusion" TO caseflow_app USING (exclusion.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR exclusion.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(exclusion.case_id)))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (exclusion.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(exclusion.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.id = exclusion.id AND exclusion_2.case_id = exclusion.case_id AND exclusion_2.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR exclusion_2.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_3.case_id 
FROM caseflow_rules.exclusion AS exclusion_3 
WHERE exclusion_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_3.from_at IS NULL OR exclusion_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_3.until_at IS NULL OR exclusion_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(exclusion_2.case_id)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = exclusion.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_4)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_5) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.exclusion AS exclusion_4 
WHERE exclusion_4.id = exclusion.id AND exclusion_4.user_id = exclusion.user_id AND exclusion_4.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR exclusion_4.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_5.case_id 
FROM caseflow_rules.exclusion AS exclusion_5 
WHERE exclusion_5.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_5.from_at IS NULL OR exclusion_5.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_5.until_at IS NULL OR exclusion_5.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_3.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_3 
WHERE person_exclusion_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_3.from_at IS NULL OR person_exclusion_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_3.until_at IS NULL OR person_exclusion_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_3.person_id 
FROM caseflow_rules.person_tie AS person_tie_3 
WHERE person_tie_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_3.from_at IS NULL OR person_tie_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_3.until_at IS NULL OR person_tie_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(exclusion_4.case_id)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "former_director" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "former_director" TO caseflow_system;
CREATE POLICY the_system ON "former_director" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "former_director" TO caseflow_app;
CREATE POLICY the_actor ON "former_director" TO caseflow_app USING (former_director.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR former_director.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR former_director.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND former_director.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (former_director.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(former_director.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.former_director AS former_director_1 
WHERE former_director_1.id = former_director.id AND former_director_1.case_id = former_director.case_id AND (former_director_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR former_director_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR former_director_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND former_director_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = former_director.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_6)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_7) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.former_director AS former_director_2 
WHERE former_director_2.id = former_director.id AND former_director_2.user_id = former_director.user_id AND (former_director_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR former_director_2.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8) OR former_director_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_cases()) AS anon_9) AND former_director_2.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_10))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "handled_post" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "handled_post" TO caseflow_system;
CREATE POLICY the_system ON "handled_post" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "handled_post" TO caseflow_app;
CREATE POLICY the_actor ON "handled_post" TO caseflow_app USING (handled_post.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND handled_post.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = handled_post.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "incident" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "incident" TO caseflow_system;
CREATE POLICY the_system ON "incident" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "incident" TO caseflow_app;
CREATE POLICY the_actor ON "incident" TO caseflow_app USING (incident.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = incident.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(incident.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = incident.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "incident_context" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_context" TO caseflow_system;
CREATE POLICY the_system ON "incident_context" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_context" TO caseflow_app;
CREATE POLICY the_actor ON "incident_context" TO caseflow_app USING (incident_context.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = incident_context.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(incident_context.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = incident_context.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "incident_form" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_form" TO caseflow_system;
CREATE POLICY the_system ON "incident_form" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_form" TO caseflow_app;
CREATE POLICY the_actor ON "incident_form" TO caseflow_app USING (incident_form.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = incident_form.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(incident_form.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = incident_form.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "incident_party" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_party" TO caseflow_system;
CREATE POLICY the_system ON "incident_party" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_party" TO caseflow_app;
CREATE POLICY the_actor ON "incident_party" TO caseflow_app USING ((incident_party.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = incident_party.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(incident_party.entry_id)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = incident_party.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR party_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6) AND (party_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_7) OR party_1.id IN (SELECT anon_8 
FROM unnest(caseflow_rules.open_parties()) AS anon_8)))
 LIMIT ALL OFFSET 0))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = incident_party.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = incident_party.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "info_answer" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_answer" TO caseflow_system;
CREATE POLICY the_system ON "info_answer" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_answer" TO caseflow_app;
CREATE POLICY the_actor ON "info_answer" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_1 
WHERE info_request_1.id = info_answer.request_id AND info_request_1.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_1.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.asked_id IS NULL AND (info_request_1.case_id IS NULL OR info_request_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1)) OR info_request_1.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request_1.id AND (info_request_party_1.party_id NOT IN (SELECT anon_3 
FROM unnest(caseflow_rules.open_parties()) AS anon_3))
 LIMIT ALL OFFSET 0)) OR info_request_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request_1.id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_place_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request_1.id AND info_request_place_2.case_id IS NULL
 LIMIT ALL OFFSET 0))) AND (info_request_1.asked_by_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR info_answer.outcome = 'refused' OR NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_3 
WHERE info_request_place_3.request_id = info_request_1.id AND info_request_place_3.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.excluded_cases()) AS anon_7)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_1 
WHERE info_request_1.id = info_answer.request_id AND info_request_1.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_1.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.asked_id IS NULL AND (info_request_1.case_id IS NULL OR info_request_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1)) OR info_request_1.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request_1.id AND (info_request_party_1.party_id NOT IN (SELECT anon_3 
FROM unnest(caseflow_rules.open_parties()) AS anon_3))
 LIMIT ALL OFFSET 0)) OR info_request_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request_1.id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_place_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request_1.id AND info_request_place_2.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "info_answer_note" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_answer_note" TO caseflow_system;
CREATE POLICY the_system ON "info_answer_note" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_answer_note" TO caseflow_app;
CREATE POLICY the_actor ON "info_answer_note" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.info_answer AS info_answer_1 JOIN caseflow_rules.info_request AS info_request_1 ON info_request_1.id = info_answer_1.request_id 
WHERE info_answer_1.request_id = info_answer_note.request_id AND (info_request_1.asked_by_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR info_request_1.case_id IS NOT NULL OR info_answer_1.outcome != 'refused') AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_2 
WHERE info_request_2.id = info_answer_1.request_id AND info_request_2.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_2.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_2.asked_id IS NULL AND (info_request_2.case_id IS NULL OR info_request_2.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1)) OR info_request_2.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_2.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request_2.id AND (info_request_party_1.party_id NOT IN (SELECT anon_3 
FROM unnest(caseflow_rules.open_parties()) AS anon_3))
 LIMIT ALL OFFSET 0)) OR info_request_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_2.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request_2.id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_place_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request_2.id AND info_request_place_2.case_id IS NULL
 LIMIT ALL OFFSET 0))) AND (info_request_2.asked_by_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR info_answer_1.outcome = 'refused' OR NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_3 
WHERE info_request_place_3.request_id = info_request_2.id AND info_request_place_3.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.excluded_cases()) AS anon_7)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = info_answer_note.answered_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_answer_note AS info_answer_note_1 
WHERE info_answer_note_1.request_id = info_answer_note.request_id AND info_answer_note_1.answered_by_id = info_answer_note.answered_by_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_answer AS info_answer_1 JOIN caseflow_rules.info_request AS info_request_1 ON info_request_1.id = info_answer_1.request_id 
WHERE info_answer_1.request_id = info_answer_note_1.request_id AND (info_request_1.asked_by_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR info_request_1.case_id IS NOT NULL OR info_answer_1.outcome != 'refused') AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_2 
WHERE info_request_2.id = info_answer_1.request_id AND info_request_2.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_2.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_2.asked_id IS NULL AND (info_request_2.case_id IS NULL OR info_request_2.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3)) OR info_request_2.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_2.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_4) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request_2.id AND (info_request_party_1.party_id NOT IN (SELECT anon_5 
FROM unnest(caseflow_rules.open_parties()) AS anon_5))
 LIMIT ALL OFFSET 0)) OR info_request_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request_2.id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_place_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request_2.id AND info_request_place_2.case_id IS NULL
 LIMIT ALL OFFSET 0))) AND (info_request_2.asked_by_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) OR info_answer_1.outcome = 'refused' OR NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_3 
WHERE info_request_place_3.request_id = info_request_2.id AND info_request_place_3.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.excluded_cases()) AS anon_9)
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_3 
WHERE info_request_3.id = info_answer_note.request_id AND info_request_3.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_3.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_3.asked_id IS NULL AND (info_request_3.case_id IS NULL OR info_request_3.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.my_cases()) AS anon_10)) OR info_request_3.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_3.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_11) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_2 
WHERE info_request_party_2.request_id = info_request_3.id AND (info_request_party_2.party_id NOT IN (SELECT anon_12 
FROM unnest(caseflow_rules.open_parties()) AS anon_12))
 LIMIT ALL OFFSET 0)) OR info_request_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_3.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.seat_cases()) AS anon_13) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_4 
WHERE info_request_place_4.request_id = info_request_3.id AND (info_request_place_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_place_4.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.seat_cases()) AS anon_14))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_3.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_5 
WHERE info_request_place_5.request_id = info_request_3.id AND info_request_place_5.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "info_request" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_request" TO caseflow_system;
CREATE POLICY the_system ON "info_request" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_request" TO caseflow_app;
CREATE POLICY the_actor ON "info_request" TO caseflow_app USING (info_request.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request.asked_id IS NULL AND (info_request.case_id IS NULL OR info_request.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1)) OR info_request.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request.id AND (info_request_party_1.party_id NOT IN (SELECT anon_3 
FROM unnest(caseflow_rules.open_parties()) AS anon_3))
 LIMIT ALL OFFSET 0)) OR info_request.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request.id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_place_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request.id AND info_request_place_2.case_id IS NULL
 LIMIT ALL OFFSET 0)))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = info_request.asked_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_1 
WHERE info_request_1.id = info_request.id AND info_request_1.asked_by_id = info_request.asked_by_id AND info_request_1.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_1.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.asked_id IS NULL AND (info_request_1.case_id IS NULL OR info_request_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3)) OR info_request_1.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_4) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request_1.id AND (info_request_party_1.party_id NOT IN (SELECT anon_5 
FROM unnest(caseflow_rules.open_parties()) AS anon_5))
 LIMIT ALL OFFSET 0)) OR info_request_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request_1.id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_place_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request_1.id AND info_request_place_2.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = info_request.asked_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_9)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_10) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR info_request.asked_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_2 
WHERE info_request_2.id = info_request.id AND info_request_2.asked_id = info_request.asked_id AND info_request_2.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_2.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_2.asked_id IS NULL AND (info_request_2.case_id IS NULL OR info_request_2.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.my_cases()) AS anon_11)) OR info_request_2.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_2.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_12) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_2 
WHERE info_request_party_2.request_id = info_request_2.id AND (info_request_party_2.party_id NOT IN (SELECT anon_13 
FROM unnest(caseflow_rules.open_parties()) AS anon_13))
 LIMIT ALL OFFSET 0)) OR info_request_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_2.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.seat_cases()) AS anon_14) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_3 
WHERE info_request_place_3.request_id = info_request_2.id AND (info_request_place_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_place_3.case_id IN (SELECT anon_15 
FROM unnest(caseflow_rules.seat_cases()) AS anon_15))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_4 
WHERE info_request_place_4.request_id = info_request_2.id AND info_request_place_4.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))) AND (info_request.case_id IN (SELECT anon_16 
FROM unnest(caseflow_rules.my_cases()) AS anon_16) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(info_request.case_id)) OR info_request.case_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_3 
WHERE info_request_3.id = info_request.id AND info_request_3.case_id = info_request.case_id AND info_request_3.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_3.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_3.asked_id IS NULL AND (info_request_3.case_id IS NULL OR info_request_3.case_id IN (SELECT anon_17 
FROM unnest(caseflow_rules.my_cases()) AS anon_17)) OR info_request_3.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_3.case_id IN (SELECT anon_18 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_18) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_3 
WHERE info_request_party_3.request_id = info_request_3.id AND (info_request_party_3.party_id NOT IN (SELECT anon_19 
FROM unnest(caseflow_rules.open_parties()) AS anon_19))
 LIMIT ALL OFFSET 0)) OR info_request_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_3.case_id IN (SELECT anon_20 
FROM unnest(caseflow_rules.seat_cases()) AS anon_20) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_5 
WHERE info_request_place_5.request_id = info_request_3.id AND (info_request_place_5.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_place_5.case_id IN (SELECT anon_21 
FROM unnest(caseflow_rules.seat_cases()) AS anon_21))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_3.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_6 
WHERE info_request_place_6.request_id = info_request_3.id AND info_request_place_6.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = info_request.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_3.organisation_id 
FROM caseflow_rules."user" AS user_3 
WHERE user_3.id IN (SELECT case_3.director_id 
FROM caseflow_rules."case" AS case_3 
WHERE case_3.id IN (SELECT anon_22 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_22)) OR user_3.id IN (SELECT deputy_3.user_id 
FROM caseflow_rules.deputy AS deputy_3 
WHERE deputy_3.case_id IN (SELECT anon_23 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_23) AND deputy_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_4 
WHERE info_request_4.id = info_request.id AND info_request_4.organisation_id = info_request.organisation_id AND info_request_4.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_4.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_4.asked_id IS NULL AND (info_request_4.case_id IS NULL OR info_request_4.case_id IN (SELECT anon_24 
FROM unnest(caseflow_rules.my_cases()) AS anon_24)) OR info_request_4.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_4.case_id IN (SELECT anon_25 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_25) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_4 
WHERE info_request_party_4.request_id = info_request_4.id AND (info_request_party_4.party_id NOT IN (SELECT anon_26 
FROM unnest(caseflow_rules.open_parties()) AS anon_26))
 LIMIT ALL OFFSET 0)) OR info_request_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_4.case_id IN (SELECT anon_27 
FROM unnest(caseflow_rules.seat_cases()) AS anon_27) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_7 
WHERE info_request_place_7.request_id = info_request_4.id AND (info_request_place_7.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR info_request_place_7.case_id IN (SELECT anon_28 
FROM unnest(caseflow_rules.seat_cases()) AS anon_28))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_4.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_8 
WHERE info_request_place_8.request_id = info_request_4.id AND info_request_place_8.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "info_request_party" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_request_party" TO caseflow_system;
CREATE POLICY the_system ON "info_request_party" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_request_party" TO caseflow_app;
CREATE POLICY the_actor ON "info_request_party" TO caseflow_app USING ((EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_1 
WHERE info_request_1.id = info_request_party.request_id AND info_request_1.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_1.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.asked_id IS NULL AND (info_request_1.case_id IS NULL OR info_request_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1)) OR info_request_1.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request_1.id AND (info_request_party_1.party_id NOT IN (SELECT anon_3 
FROM unnest(caseflow_rules.open_parties()) AS anon_3))
 LIMIT ALL OFFSET 0)) OR info_request_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request_1.id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR info_request_place_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request_1.id AND info_request_place_2.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = info_request_party.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR party_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR party_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8) AND (party_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_9) OR party_1.id IN (SELECT anon_10 
FROM unnest(caseflow_rules.open_parties()) AS anon_10)))
 LIMIT ALL OFFSET 0))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = info_request_party.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.open_parties()) AS anon_5)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_1 
WHERE info_request_1.id = info_request_party.request_id AND info_request_1.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_1.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.asked_id IS NULL AND (info_request_1.case_id IS NULL OR info_request_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6)) OR info_request_1.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_7) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request_1.id AND (info_request_party_1.party_id NOT IN (SELECT anon_8 
FROM unnest(caseflow_rules.open_parties()) AS anon_8))
 LIMIT ALL OFFSET 0)) OR info_request_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR info_request_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.seat_cases()) AS anon_9) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request_1.id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR info_request_place_1.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.seat_cases()) AS anon_10))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request_1.id AND info_request_place_2.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "info_request_place" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_request_place" TO caseflow_system;
CREATE POLICY the_system ON "info_request_place" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "info_request_place" TO caseflow_app;
CREATE POLICY the_actor ON "info_request_place" TO caseflow_app USING (info_request_place.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR info_request_place.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2)) WITH CHECK ((EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_1 
WHERE info_request_1.id = info_request_place.request_id AND info_request_1.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_1.asked_at = (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND info_request_1.case_id IS NULL
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (info_request_place.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(info_request_place.case_id)) OR info_request_place.case_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_1 
WHERE info_request_place_1.request_id = info_request_place.request_id AND info_request_place_1.case_id = info_request_place.case_id AND (info_request_place_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR info_request_place_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request AS info_request_2 
WHERE info_request_2.id = info_request_place.request_id AND info_request_2.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (info_request_2.asked_by_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_2.asked_id IS NULL AND (info_request_2.case_id IS NULL OR info_request_2.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4)) OR info_request_2.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND info_request_2.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_5) AND NOT (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_party AS info_request_party_1 
WHERE info_request_party_1.request_id = info_request_2.id AND (info_request_party_1.party_id NOT IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6))
 LIMIT ALL OFFSET 0)) OR info_request_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR info_request_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_2 
WHERE info_request_place_2.request_id = info_request_2.id AND (info_request_place_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR info_request_place_2.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_leads_team_id', true), '')::UUID) IS NOT NULL AND info_request_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules.info_request_place AS info_request_place_3 
WHERE info_request_place_3.request_id = info_request_2.id AND info_request_place_3.case_id IS NULL
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "link" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "link" TO caseflow_system;
CREATE POLICY the_system ON "link" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "link" TO caseflow_app;
CREATE POLICY the_actor ON "link" TO caseflow_app USING (link.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (link.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR link.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link.revoked_at IS NULL OR link.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link.case_id))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (link.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = link.id AND link_1.case_id = link.case_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (link_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR link_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_6) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_2.case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_1.case_id)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = link.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_7)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_8) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_2 
WHERE link_2.id = link.id AND link_2.organisation_id = link.organisation_id AND (link_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR link_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.seat_cases()) AS anon_9) OR link_2.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.my_cases()) AS anon_10) AND (link_2.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_11) OR link_2.id IN (SELECT anon_12 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_12) AND link_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_2.revoked_at IS NULL OR link_2.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_3.case_id 
FROM caseflow_rules.exclusion AS exclusion_3 
WHERE exclusion_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_3.from_at IS NULL OR exclusion_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_3.until_at IS NULL OR exclusion_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_3.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_3 
WHERE person_exclusion_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_3.from_at IS NULL OR person_exclusion_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_3.until_at IS NULL OR person_exclusion_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_3.person_id 
FROM caseflow_rules.person_tie AS person_tie_3 
WHERE person_tie_3.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_3.from_at IS NULL OR person_tie_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_3.until_at IS NULL OR person_tie_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_2.case_id)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "link_answer" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_answer" TO caseflow_system;
CREATE POLICY the_system ON "link_answer" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_answer" TO caseflow_app;
CREATE POLICY the_actor ON "link_answer" TO caseflow_app USING (link_answer.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_answer.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = link_answer.answered_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link_answer AS link_answer_1 
WHERE link_answer_1.id = link_answer.id AND link_answer_1.answered_by_id = link_answer.answered_by_id AND (link_answer_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR link_answer_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0))) AND (link_answer.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_cases()) AS anon_5) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_answer.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link_answer AS link_answer_2 
WHERE link_answer_2.id = link_answer.id AND link_answer_2.case_id = link_answer.case_id AND (link_answer_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR link_answer_2.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = link_answer.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR link_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR link_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8) AND (link_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_9) OR link_1.id IN (SELECT anon_10 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_10) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_2.case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_1.case_id)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link_answer AS link_answer_3 
WHERE link_answer_3.id = link_answer.id AND link_answer_3.link_id = link_answer.link_id AND (link_answer_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR link_answer_3.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "link_deed" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_deed" TO caseflow_system;
CREATE POLICY the_system ON "link_deed" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_deed" TO caseflow_app;
CREATE POLICY the_actor ON "link_deed" TO caseflow_app USING (link_deed.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_deed.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (link_deed.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_deed.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link_deed AS link_deed_1 
WHERE link_deed_1.id = link_deed.id AND link_deed_1.case_id = link_deed.case_id AND (link_deed_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR link_deed_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = link_deed.done_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_4)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_5) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link_deed AS link_deed_2 
WHERE link_deed_2.id = link_deed.id AND link_deed_2.done_by_id = link_deed.done_by_id AND (link_deed_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR link_deed_2.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = link_deed.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR link_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR link_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8) AND (link_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_9) OR link_1.id IN (SELECT anon_10 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_10) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_2.case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_1.case_id)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link_deed AS link_deed_3 
WHERE link_deed_3.id = link_deed.id AND link_deed_3.link_id = link_deed.link_id AND (link_deed_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR link_deed_3.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "link_professional" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_professional" TO caseflow_system;
CREATE POLICY the_system ON "link_professional" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_professional" TO caseflow_app;
CREATE POLICY the_actor ON "link_professional" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = link_professional.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = link_professional.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = link_professional.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_6)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_7) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "link_purpose" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_purpose" TO caseflow_system;
CREATE POLICY the_system ON "link_purpose" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_purpose" TO caseflow_app;
CREATE POLICY the_actor ON "link_purpose" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = link_purpose.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = link_purpose.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "link_weighing" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_weighing" TO caseflow_system;
CREATE POLICY the_system ON "link_weighing" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_weighing" TO caseflow_app;
CREATE POLICY the_actor ON "link_weighing" TO caseflow_app USING (link_weighing.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_weighing.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link_weighing.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND link_weighing.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (link_weighing.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_weighing.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.link_weighing AS link_weighing_1 
WHERE link_weighing_1.link_id = link_weighing.link_id AND link_weighing_1.case_id = link_weighing.case_id AND (link_weighing_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR link_weighing_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR link_weighing_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND link_weighing_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = link_weighing.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR link_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6) OR link_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_cases()) AS anon_7) AND (link_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_8) OR link_1.id IN (SELECT anon_9 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_9) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_2.case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "measure" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "measure" TO caseflow_system;
CREATE POLICY the_system ON "measure" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "measure" TO caseflow_app;
CREATE POLICY the_actor ON "measure" TO caseflow_app USING (measure.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = measure.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(measure.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = measure.against_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.open_parties()) AS anon_5)))
 LIMIT ALL OFFSET 0)) OR measure.against_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.measure AS measure_1 
WHERE measure_1.id = measure.id AND measure_1.against_id = measure.against_id AND (measure_1.id IN (SELECT anon_6 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_6) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = measure_1.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_7) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR entry_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(measure_1.id))
 LIMIT ALL OFFSET 0))) AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = measure.id AND (entry_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_cases()) AS anon_9) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_2.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "measure_no_contact" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "measure_no_contact" TO caseflow_system;
CREATE POLICY the_system ON "measure_no_contact" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "measure_no_contact" TO caseflow_app;
CREATE POLICY the_actor ON "measure_no_contact" TO caseflow_app USING ((measure_no_contact.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = measure_no_contact.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(measure_no_contact.entry_id)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = measure_no_contact.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5) OR party_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6) AND (party_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_7) OR party_1.id IN (SELECT anon_8 
FROM unnest(caseflow_rules.open_parties()) AS anon_8)))
 LIMIT ALL OFFSET 0))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = measure_no_contact.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = measure_no_contact.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "milestone" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "milestone" TO caseflow_system;
CREATE POLICY the_system ON "milestone" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "milestone" TO caseflow_app;
CREATE POLICY the_actor ON "milestone" TO caseflow_app USING (milestone.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR milestone.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR milestone.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (milestone.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR milestone.owner_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (milestone.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(milestone.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.milestone AS milestone_1 
WHERE milestone_1.id = milestone.id AND milestone_1.case_id = milestone.case_id AND (milestone_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR milestone_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR milestone_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (milestone_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR milestone_1.owner_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = milestone.owner_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_6)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_7) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR milestone.owner_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.milestone AS milestone_2 
WHERE milestone_2.id = milestone.id AND milestone_2.owner_id = milestone.owner_id AND (milestone_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR milestone_2.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8) OR milestone_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_cases()) AS anon_9) AND (milestone_2.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_10) OR milestone_2.owner_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = milestone.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11) OR party_1.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_cases()) AS anon_12) AND (party_1.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_13) OR party_1.id IN (SELECT anon_14 
FROM unnest(caseflow_rules.open_parties()) AS anon_14)))
 LIMIT ALL OFFSET 0)) OR milestone.party_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.milestone AS milestone_3 
WHERE milestone_3.id = milestone.id AND milestone_3.party_id = milestone.party_id AND (milestone_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR milestone_3.case_id IN (SELECT anon_15 
FROM unnest(caseflow_rules.seat_cases()) AS anon_15) OR milestone_3.case_id IN (SELECT anon_16 
FROM unnest(caseflow_rules.my_cases()) AS anon_16) AND (milestone_3.case_id IN (SELECT anon_17 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_17) OR milestone_3.owner_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "organisation" TO caseflow_system;
CREATE POLICY the_system ON "organisation" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "organisation" TO caseflow_app;
CREATE POLICY the_actor ON "organisation" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation.id
 LIMIT ALL OFFSET 0))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL);

ALTER TABLE "party" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "party" TO caseflow_system;
CREATE POLICY the_system ON "party" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "party" TO caseflow_app;
CREATE POLICY the_actor ON "party" TO caseflow_app USING (party.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.open_parties()) AS anon_5))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (party.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(party.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = party.id AND party_1.case_id = party.case_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.person AS person_1 
WHERE person_1.id = party.person_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id = person_1.id AND (party_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR party_2.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8) AND (party_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_9) OR party_2.id IN (SELECT anon_10 
FROM unnest(caseflow_rules.parties_open_in_identity()) AS anon_10)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) OR NOT (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_3 
WHERE party_3.person_id = party.person_id
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_4 
WHERE party_4.id = party.id AND party_4.person_id = party.person_id AND (party_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_4.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11) OR party_4.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_cases()) AS anon_12) AND (party_4.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_13) OR party_4.id IN (SELECT anon_14 
FROM unnest(caseflow_rules.open_parties()) AS anon_14)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "party_label" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "party_label" TO caseflow_system;
CREATE POLICY the_system ON "party_label" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "party_label" TO caseflow_app;
CREATE POLICY the_actor ON "party_label" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = party_label.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = party_label.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = party_label.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6) OR party_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_cases()) AS anon_7) AND (party_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_8) OR party_1.id IN (SELECT anon_9 
FROM unnest(caseflow_rules.open_parties()) AS anon_9)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "party_role" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "party_role" TO caseflow_system;
CREATE POLICY the_system ON "party_role" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "party_role" TO caseflow_app;
CREATE POLICY the_actor ON "party_role" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = party_role.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.parties_open_in_identity()) AS anon_5)))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = party_role.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.open_parties()) AS anon_5)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.party_role AS party_role_1 
WHERE party_role_1.id = party_role.id AND party_role_1.party_id = party_role.party_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_2 
WHERE party_2.id = party_role_1.party_id AND (party_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_2.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.seat_cases()) AS anon_6) OR party_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.my_cases()) AS anon_7) AND (party_2.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_8) OR party_2.id IN (SELECT anon_9 
FROM unnest(caseflow_rules.parties_open_in_identity()) AS anon_9)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = party_role.source_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_10 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_10)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_11) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR party_role.source_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.party_role AS party_role_2 
WHERE party_role_2.id = party_role.id AND party_role_2.source_id = party_role.source_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_3 
WHERE party_3.id = party_role_2.party_id AND (party_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_3.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.seat_cases()) AS anon_12) OR party_3.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.my_cases()) AS anon_13) AND (party_3.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_14) OR party_3.id IN (SELECT anon_15 
FROM unnest(caseflow_rules.parties_open_in_identity()) AS anon_15)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "person" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "person" TO caseflow_system;
CREATE POLICY the_system ON "person" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "person" TO caseflow_app;
CREATE POLICY the_actor ON "person" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id = person.id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.parties_open_in_identity()) AS anon_5)))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL);

ALTER TABLE "person_exclusion" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "person_exclusion" TO caseflow_system;
CREATE POLICY the_system ON "person_exclusion" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "person_exclusion" TO caseflow_app;
CREATE POLICY the_actor ON "person_exclusion" TO caseflow_app USING (person_exclusion.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id = person_exclusion.person_id AND party_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.seat_cases()) AS anon_1)
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_exclusion.person_id NOT IN (SELECT anon_2 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_2)))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.person AS person_1 
WHERE person_1.id = person_exclusion.person_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id = person_1.id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.parties_open_in_identity()) AS anon_5)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) OR NOT (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id = person_exclusion.person_id
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_exclusion.person_id NOT IN (SELECT anon_6 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_6)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.id = person_exclusion.id AND person_exclusion_1.person_id = person_exclusion.person_id AND person_exclusion_1.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_3 
WHERE party_3.person_id = person_exclusion_1.person_id AND party_3.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7)
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_exclusion_1.person_id NOT IN (SELECT anon_8 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_8)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = person_exclusion.set_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_9)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_10) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR person_exclusion.set_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.id = person_exclusion.id AND person_exclusion_2.set_by_id = person_exclusion.set_by_id AND person_exclusion_2.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_4 
WHERE party_4.person_id = person_exclusion_2.person_id AND party_4.case_id IN (SELECT anon_11 
FROM unnest(caseflow_rules.seat_cases()) AS anon_11)
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_exclusion_2.person_id NOT IN (SELECT anon_12 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_12)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = person_exclusion.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_13 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_13)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_14) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.person_exclusion AS person_exclusion_3 
WHERE person_exclusion_3.id = person_exclusion.id AND person_exclusion_3.user_id = person_exclusion.user_id AND person_exclusion_3.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_5 
WHERE party_5.person_id = person_exclusion_3.person_id AND party_5.case_id IN (SELECT anon_15 
FROM unnest(caseflow_rules.seat_cases()) AS anon_15)
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_exclusion_3.person_id NOT IN (SELECT anon_16 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_16)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "person_tie" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "person_tie" TO caseflow_system;
CREATE POLICY the_system ON "person_tie" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "person_tie" TO caseflow_app;
CREATE POLICY the_actor ON "person_tie" TO caseflow_app USING (person_tie.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_tie.person_id NOT IN (SELECT anon_1 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_1))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.person AS person_1 
WHERE person_1.id = person_tie.person_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.person_id = person_1.id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR party_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.parties_open_in_identity()) AS anon_5)))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0)) OR NOT (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_2 
WHERE party_2.person_id = person_tie.person_id
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_tie.person_id NOT IN (SELECT anon_6 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_6)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.id = person_tie.id AND person_tie_1.person_id = person_tie.person_id AND person_tie_1.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_tie_1.person_id NOT IN (SELECT anon_7 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_7))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = person_tie.set_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_8)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_9) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR person_tie.set_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.id = person_tie.id AND person_tie_2.set_by_id = person_tie.set_by_id AND person_tie_2.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_tie_2.person_id NOT IN (SELECT anon_10 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_10))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = person_tie.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_11 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_11)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_12) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.person_tie AS person_tie_3 
WHERE person_tie_3.id = person_tie.id AND person_tie_3.user_id = person_tie.user_id AND person_tie_3.user_id != (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND (person_tie_3.person_id NOT IN (SELECT anon_13 
FROM unnest(caseflow_rules.hidden_persons()) AS anon_13))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "phase_change" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase_change" TO caseflow_system;
CREATE POLICY the_system ON "phase_change" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase_change" TO caseflow_app;
CREATE POLICY the_actor ON "phase_change" TO caseflow_app USING (phase_change.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR phase_change.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR phase_change.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND phase_change.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (phase_change.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(phase_change.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.phase_change AS phase_change_1 
WHERE phase_change_1.id = phase_change.id AND phase_change_1.case_id = phase_change.case_id AND (phase_change_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR phase_change_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR phase_change_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND phase_change_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "reach_count" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "reach_count" TO caseflow_system;
CREATE POLICY the_system ON "reach_count" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT ON "reach_count" TO caseflow_app;

ALTER TABLE "relationship" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "relationship" TO caseflow_system;
CREATE POLICY the_system ON "relationship" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "relationship" TO caseflow_app;
CREATE POLICY the_actor ON "relationship" TO caseflow_app USING (relationship.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR relationship.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR relationship.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (relationship.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR (relationship.kind NOT IN ('violence_against', 'no_contact_with')) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 JOIN caseflow_rules.scope_cell AS scope_cell_2 ON scope_cell_2.link_id = scope_cell_1.link_id JOIN caseflow_rules.link AS link_1 ON link_1.id = scope_cell_1.link_id 
WHERE scope_cell_1.party_id = relationship.from_party_id AND scope_cell_2.party_id = relationship.to_party_id AND scope_cell_1.category = 'relations' AND scope_cell_2.category = 'relations' AND link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0))) AND (scope_cell_2.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_2 JOIN caseflow_rules.consent_category AS consent_category_2 ON consent_category_2.consent_id = consent_2.id 
WHERE consent_2.id = scope_cell_2.consent_id AND consent_2.party_id = scope_cell_2.party_id AND consent_2.organisation_id = link_1.organisation_id AND consent_category_2.category = scope_cell_2.category AND consent_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_2.withdrawn_at IS NULL OR consent_2.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR relationship.kind IN ('violence_against', 'no_contact_with') AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_3 JOIN caseflow_rules.scope_cell AS scope_cell_4 ON scope_cell_4.link_id = scope_cell_3.link_id JOIN caseflow_rules.link AS link_2 ON link_2.id = scope_cell_3.link_id 
WHERE scope_cell_3.party_id = relationship.from_party_id AND scope_cell_4.party_id = relationship.to_party_id AND scope_cell_3.category = 'safety' AND scope_cell_4.category = 'safety' AND link_2.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_6) AND link_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_2.revoked_at IS NULL OR link_2.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (scope_cell_3.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_3 JOIN caseflow_rules.consent_category AS consent_category_3 ON consent_category_3.consent_id = consent_3.id 
WHERE consent_3.id = scope_cell_3.consent_id AND consent_3.party_id = scope_cell_3.party_id AND consent_3.organisation_id = link_2.organisation_id AND consent_category_3.category = scope_cell_3.category AND consent_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_3.withdrawn_at IS NULL OR consent_3.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0))) AND (scope_cell_4.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_4 JOIN caseflow_rules.consent_category AS consent_category_4 ON consent_category_4.consent_id = consent_4.id 
WHERE consent_4.id = scope_cell_4.consent_id AND consent_4.party_id = scope_cell_4.party_id AND consent_4.organisation_id = link_2.organisation_id AND consent_category_4.category = scope_cell_4.category AND consent_4.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_4.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_4.withdrawn_at IS NULL OR consent_4.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (relationship.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(relationship.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.relationship AS relationship_1 
WHERE relationship_1.id = relationship.id AND relationship_1.case_id = relationship.case_id AND (relationship_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR relationship_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR relationship_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (relationship_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR (relationship_1.kind NOT IN ('violence_against', 'no_contact_with')) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_1 JOIN caseflow_rules.scope_cell AS scope_cell_2 ON scope_cell_2.link_id = scope_cell_1.link_id JOIN caseflow_rules.link AS link_1 ON link_1.id = scope_cell_1.link_id 
WHERE scope_cell_1.party_id = relationship_1.from_party_id AND scope_cell_2.party_id = relationship_1.to_party_id AND scope_cell_1.category = 'relations' AND scope_cell_2.category = 'relations' AND link_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_6) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (scope_cell_1.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell_1.consent_id AND consent_1.party_id = scope_cell_1.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell_1.category AND consent_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0))) AND (scope_cell_2.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_2 JOIN caseflow_rules.consent_category AS consent_category_2 ON consent_category_2.consent_id = consent_2.id 
WHERE consent_2.id = scope_cell_2.consent_id AND consent_2.party_id = scope_cell_2.party_id AND consent_2.organisation_id = link_1.organisation_id AND consent_category_2.category = scope_cell_2.category AND consent_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_2.withdrawn_at IS NULL OR consent_2.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR relationship_1.kind IN ('violence_against', 'no_contact_with') AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_3 JOIN caseflow_rules.scope_cell AS scope_cell_4 ON scope_cell_4.link_id = scope_cell_3.link_id JOIN caseflow_rules.link AS link_2 ON link_2.id = scope_cell_3.link_id 
WHERE scope_cell_3.party_id = relationship_1.from_party_id AND scope_cell_4.party_id = relationship_1.to_party_id AND scope_cell_3.category = 'safety' AND scope_cell_4.category = 'safety' AND link_2.id IN (SELECT anon_7 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_7) AND link_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_2.revoked_at IS NULL OR link_2.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (scope_cell_3.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_3 JOIN caseflow_rules.consent_category AS consent_category_3 ON consent_category_3.consent_id = consent_3.id 
WHERE consent_3.id = scope_cell_3.consent_id AND consent_3.party_id = scope_cell_3.party_id AND consent_3.organisation_id = link_2.organisation_id AND consent_category_3.category = scope_cell_3.category AND consent_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_3.withdrawn_at IS NULL OR consent_3.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0))) AND (scope_cell_4.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_4 JOIN caseflow_rules.consent_category AS consent_category_4 ON consent_category_4.consent_id = consent_4.id 
WHERE consent_4.id = scope_cell_4.consent_id AND consent_4.party_id = scope_cell_4.party_id AND consent_4.organisation_id = link_2.organisation_id AND consent_category_4.category = scope_cell_4.category AND consent_4.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_4.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_4.withdrawn_at IS NULL OR consent_4.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = relationship.from_party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.seat_cases()) AS anon_8) OR party_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_cases()) AS anon_9) AND (party_1.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_10) OR party_1.id IN (SELECT anon_11 
FROM unnest(caseflow_rules.open_parties()) AS anon_11)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.relationship AS relationship_2 
WHERE relationship_2.id = relationship.id AND relationship_2.from_party_id = relationship.from_party_id AND (relationship_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR relationship_2.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.seat_cases()) AS anon_12) OR relationship_2.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.my_cases()) AS anon_13) AND (relationship_2.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_14) OR (relationship_2.kind NOT IN ('violence_against', 'no_contact_with')) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_5 JOIN caseflow_rules.scope_cell AS scope_cell_6 ON scope_cell_6.link_id = scope_cell_5.link_id JOIN caseflow_rules.link AS link_3 ON link_3.id = scope_cell_5.link_id 
WHERE scope_cell_5.party_id = relationship_2.from_party_id AND scope_cell_6.party_id = relationship_2.to_party_id AND scope_cell_5.category = 'relations' AND scope_cell_6.category = 'relations' AND link_3.id IN (SELECT anon_15 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_15) AND link_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_3.revoked_at IS NULL OR link_3.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (scope_cell_5.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_5 JOIN caseflow_rules.consent_category AS consent_category_5 ON consent_category_5.consent_id = consent_5.id 
WHERE consent_5.id = scope_cell_5.consent_id AND consent_5.party_id = scope_cell_5.party_id AND consent_5.organisation_id = link_3.organisation_id AND consent_category_5.category = scope_cell_5.category AND consent_5.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_5.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_5.withdrawn_at IS NULL OR consent_5.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0))) AND (scope_cell_6.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_6 JOIN caseflow_rules.consent_category AS consent_category_6 ON consent_category_6.consent_id = consent_6.id 
WHERE consent_6.id = scope_cell_6.consent_id AND consent_6.party_id = scope_cell_6.party_id AND consent_6.organisation_id = link_3.organisation_id AND consent_category_6.category = scope_cell_6.category AND consent_6.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_6.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_6.withdrawn_at IS NULL OR consent_6.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR relationship_2.kind IN ('violence_against', 'no_contact_with') AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_7 JOIN caseflow_rules.scope_cell AS scope_cell_8 ON scope_cell_8.link_id = scope_cell_7.link_id JOIN caseflow_rules.link AS link_4 ON link_4.id = scope_cell_7.link_id 
WHERE scope_cell_7.party_id = relationship_2.from_party_id AND scope_cell_8.party_id = relationship_2.to_party_id AND scope_cell_7.category = 'safety' AND scope_cell_8.category = 'safety' AND link_4.id IN (SELECT anon_16 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_16) AND link_4.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_4.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_4.revoked_at IS NULL OR link_4.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (scope_cell_7.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_7 JOIN caseflow_rules.consent_category AS consent_category_7 ON consent_category_7.consent_id = consent_7.id 
WHERE consent_7.id = scope_cell_7.consent_id AND consent_7.party_id = scope_cell_7.party_id AND consent_7.organisation_id = link_4.organisation_id AND consent_category_7.category = scope_cell_7.category AND consent_7.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_7.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_7.withdrawn_at IS NULL OR consent_7.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0))) AND (scope_cell_8.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_8 JOIN caseflow_rules.consent_category AS consent_category_8 ON consent_category_8.consent_id = consent_8.id 
WHERE consent_8.id = scope_cell_8.consent_id AND consent_8.party_id = scope_cell_8.party_id AND consent_8.organisation_id = link_4.organisation_id AND consent_category_8.category = scope_cell_8.category AND consent_8.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_8.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_8.withdrawn_at IS NULL OR consent_8.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_2 
WHERE party_2.id = relationship.to_party_id AND (party_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_2.case_id IN (SELECT anon_17 
FROM unnest(caseflow_rules.seat_cases()) AS anon_17) OR party_2.case_id IN (SELECT anon_18 
FROM unnest(caseflow_rules.my_cases()) AS anon_18) AND (party_2.case_id IN (SELECT anon_19 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_19) OR party_2.id IN (SELECT anon_20 
FROM unnest(caseflow_rules.open_parties()) AS anon_20)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.relationship AS relationship_3 
WHERE relationship_3.id = relationship.id AND relationship_3.to_party_id = relationship.to_party_id AND (relationship_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR relationship_3.case_id IN (SELECT anon_21 
FROM unnest(caseflow_rules.seat_cases()) AS anon_21) OR relationship_3.case_id IN (SELECT anon_22 
FROM unnest(caseflow_rules.my_cases()) AS anon_22) AND (relationship_3.case_id IN (SELECT anon_23 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_23) OR (relationship_3.kind NOT IN ('violence_against', 'no_contact_with')) AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_9 JOIN caseflow_rules.scope_cell AS scope_cell_10 ON scope_cell_10.link_id = scope_cell_9.link_id JOIN caseflow_rules.link AS link_5 ON link_5.id = scope_cell_9.link_id 
WHERE scope_cell_9.party_id = relationship_3.from_party_id AND scope_cell_10.party_id = relationship_3.to_party_id AND scope_cell_9.category = 'relations' AND scope_cell_10.category = 'relations' AND link_5.id IN (SELECT anon_24 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_24) AND link_5.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_5.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_5.revoked_at IS NULL OR link_5.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (scope_cell_9.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_9 JOIN caseflow_rules.consent_category AS consent_category_9 ON consent_category_9.consent_id = consent_9.id 
WHERE consent_9.id = scope_cell_9.consent_id AND consent_9.party_id = scope_cell_9.party_id AND consent_9.organisation_id = link_5.organisation_id AND consent_category_9.category = scope_cell_9.category AND consent_9.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_9.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_9.withdrawn_at IS NULL OR consent_9.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0))) AND (scope_cell_10.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_10 JOIN caseflow_rules.consent_category AS consent_category_10 ON consent_category_10.consent_id = consent_10.id 
WHERE consent_10.id = scope_cell_10.consent_id AND consent_10.party_id = scope_cell_10.party_id AND consent_10.organisation_id = link_5.organisation_id AND consent_category_10.category = scope_cell_10.category AND consent_10.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_10.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_10.withdrawn_at IS NULL OR consent_10.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR relationship_3.kind IN ('violence_against', 'no_contact_with') AND (EXISTS (SELECT 1 
FROM caseflow_rules.scope_cell AS scope_cell_11 JOIN caseflow_rules.scope_cell AS scope_cell_12 ON scope_cell_12.link_id = scope_cell_11.link_id JOIN caseflow_rules.link AS link_6 ON link_6.id = scope_cell_11.link_id 
WHERE scope_cell_11.party_id = relationship_3.from_party_id AND scope_cell_12.party_id = relationship_3.to_party_id AND scope_cell_11.category = 'safety' AND scope_cell_12.category = 'safety' AND link_6.id IN (SELECT anon_25 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_25) AND link_6.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_6.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_6.revoked_at IS NULL OR link_6.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (scope_cell_11.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_11 JOIN caseflow_rules.consent_category AS consent_category_11 ON consent_category_11.consent_id = consent_11.id 
WHERE consent_11.id = scope_cell_11.consent_id AND consent_11.party_id = scope_cell_11.party_id AND consent_11.organisation_id = link_6.organisation_id AND consent_category_11.category = scope_cell_11.category AND consent_11.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_11.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_11.withdrawn_at IS NULL OR consent_11.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0))) AND (scope_cell_12.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_12 JOIN caseflow_rules.consent_category AS consent_category_12 ON consent_category_12.consent_id = consent_12.id 
WHERE consent_12.id = scope_cell_12.consent_id AND consent_12.party_id = scope_cell_12.party_id AND consent_12.organisation_id = link_6.organisation_id AND consent_category_12.category = scope_cell_12.category AND consent_12.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_12.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_12.withdrawn_at IS NULL OR consent_12.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0))))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "release_note" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "release_note" TO caseflow_system;
CREATE POLICY the_system ON "release_note" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "release_note" TO caseflow_app;
CREATE POLICY the_actor ON "release_note" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = release_note.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = release_note.by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR release_note.by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_note AS release_note_1 
WHERE release_note_1.id = release_note.id AND release_note_1.by_id = release_note.by_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = release_note_1.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = release_note.entry_id AND (entry_2.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_2.case_id)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_note AS release_note_2 
WHERE release_note_2.id = release_note.id AND release_note_2.entry_id = release_note.entry_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = release_note_2.entry_id AND entry_3.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_3.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = release_note.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_2.organisation_id 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_8)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_9) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_note AS release_note_3 
WHERE release_note_3.id = release_note.id AND release_note_3.organisation_id = release_note.organisation_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_4 
WHERE entry_4.id = release_note_3.entry_id AND entry_4.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_4.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.seat_cases()) AS anon_10))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_request AS release_request_1 
WHERE release_request_1.entry_id = release_note.entry_id AND release_request_1.organisation_id = release_note.organisation_id AND release_request_1.outcome = 'granted' AND release_request_1.answered_at = (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND release_request_1.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (release_request_1.entry_id IN (SELECT anon_11 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_11) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_5 
WHERE entry_5.id = release_request_1.entry_id AND entry_5.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_5.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_5.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.seat_cases()) AS anon_12))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(release_request_1.entry_id))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "release_request" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "release_request" TO caseflow_system;
CREATE POLICY the_system ON "release_request" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "release_request" TO caseflow_app;
CREATE POLICY the_actor ON "release_request" TO caseflow_app USING (release_request.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (release_request.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR release_request.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR release_request.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (release_request.entry_id IN (SELECT anon_3 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_3) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = release_request.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_4) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR entry_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(release_request.entry_id)))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = release_request.asked_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_request AS release_request_1 
WHERE release_request_1.id = release_request.id AND release_request_1.asked_by_id = release_request.asked_by_id AND release_request_1.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (release_request_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR release_request_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4) OR release_request_1.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (release_request_1.entry_id IN (SELECT anon_5 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_5) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = release_request_1.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_6) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(release_request_1.entry_id)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = release_request.asked_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_8)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_9) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_request AS release_request_2 
WHERE release_request_2.id = release_request.id AND release_request_2.asked_id = release_request.asked_id AND release_request_2.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (release_request_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR release_request_2.case_id IN (SELECT anon_10 
FROM unnest(caseflow_rules.seat_cases()) AS anon_10) OR release_request_2.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (release_request_2.entry_id IN (SELECT anon_11 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_11) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = release_request_2.entry_id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_6) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_2.case_id IN (SELECT anon_12 
FROM unnest(caseflow_rules.seat_cases()) AS anon_12))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(release_request_2.entry_id)))
 LIMIT ALL OFFSET 0))) AND (release_request.case_id IN (SELECT anon_13 
FROM unnest(caseflow_rules.my_cases()) AS anon_13) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(release_request.case_id)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_request AS release_request_3 
WHERE release_request_3.id = release_request.id AND release_request_3.case_id = release_request.case_id AND release_request_3.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (release_request_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR release_request_3.case_id IN (SELECT anon_14 
FROM unnest(caseflow_rules.seat_cases()) AS anon_14) OR release_request_3.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (release_request_3.entry_id IN (SELECT anon_15 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_15) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = release_request_3.entry_id AND entry_3.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_6) AND (entry_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_3.case_id IN (SELECT anon_16 
FROM unnest(caseflow_rules.seat_cases()) AS anon_16))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(release_request_3.entry_id)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_4 
WHERE entry_4.id = release_request.entry_id AND (entry_4.case_id IN (SELECT anon_17 
FROM unnest(caseflow_rules.my_cases()) AS anon_17) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_2.case_id 
FROM caseflow_rules.exclusion AS exclusion_2 
WHERE exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_2.from_at IS NULL OR exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_2.until_at IS NULL OR exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_2.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_2 
WHERE person_exclusion_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_2.from_at IS NULL OR person_exclusion_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_2.until_at IS NULL OR person_exclusion_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_2.person_id 
FROM caseflow_rules.person_tie AS person_tie_2 
WHERE person_tie_2.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_2.from_at IS NULL OR person_tie_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_2.until_at IS NULL OR person_tie_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_4.case_id)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_request AS release_request_4 
WHERE release_request_4.id = release_request.id AND release_request_4.entry_id = release_request.entry_id AND release_request_4.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (release_request_4.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR release_request_4.case_id IN (SELECT anon_18 
FROM unnest(caseflow_rules.seat_cases()) AS anon_18) OR release_request_4.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (release_request_4.entry_id IN (SELECT anon_19 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_19) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_5 
WHERE entry_5.id = release_request_4.entry_id AND entry_5.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_6) AND (entry_5.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_5.case_id IN (SELECT anon_20 
FROM unnest(caseflow_rules.seat_cases()) AS anon_20))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(release_request_4.entry_id)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = release_request.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_3.organisation_id 
FROM caseflow_rules."user" AS user_3 
WHERE user_3.id IN (SELECT case_3.director_id 
FROM caseflow_rules."case" AS case_3 
WHERE case_3.id IN (SELECT anon_21 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_21)) OR user_3.id IN (SELECT deputy_3.user_id 
FROM caseflow_rules.deputy AS deputy_3 
WHERE deputy_3.case_id IN (SELECT anon_22 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_22) AND deputy_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.release_request AS release_request_5 
WHERE release_request_5.id = release_request.id AND release_request_5.organisation_id = release_request.organisation_id AND release_request_5.asked_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (release_request_5.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR release_request_5.case_id IN (SELECT anon_23 
FROM unnest(caseflow_rules.seat_cases()) AS anon_23) OR release_request_5.asked_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (release_request_5.entry_id IN (SELECT anon_24 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_24) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_6 
WHERE entry_6.id = release_request_5.entry_id AND entry_6.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_6) AND (entry_6.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_6.case_id IN (SELECT anon_25 
FROM unnest(caseflow_rules.seat_cases()) AS anon_25))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(release_request_5.entry_id)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "report" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report" TO caseflow_system;
CREATE POLICY the_system ON "report" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "report" TO caseflow_app;
CREATE POLICY the_actor ON "report" TO caseflow_app USING (report.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = report.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(report.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = report.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = report.to_organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_3) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR report.to_organisation_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.report AS report_1 
WHERE report_1.id = report.id AND report_1.to_organisation_id = report.to_organisation_id AND (report_1.id IN (SELECT anon_4 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_4) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = report_1.id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_5) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_6) OR entry_2.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(report_1.id))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "safety_agreement" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "safety_agreement" TO caseflow_system;
CREATE POLICY the_system ON "safety_agreement" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "safety_agreement" TO caseflow_app;
CREATE POLICY the_actor ON "safety_agreement" TO caseflow_app USING (safety_agreement.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = safety_agreement.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(safety_agreement.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = safety_agreement.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = safety_agreement.kept_by_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6)))
 LIMIT ALL OFFSET 0)) OR safety_agreement.kept_by_id IS NULL));

ALTER TABLE "safety_plan" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "safety_plan" TO caseflow_system;
CREATE POLICY the_system ON "safety_plan" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "safety_plan" TO caseflow_app;
CREATE POLICY the_actor ON "safety_plan" TO caseflow_app USING (safety_plan.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = safety_plan.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(safety_plan.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = safety_plan.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "scope_cell" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "scope_cell" TO caseflow_system;
CREATE POLICY the_system ON "scope_cell" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "scope_cell" TO caseflow_app;
CREATE POLICY the_actor ON "scope_cell" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = scope_cell.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_cases()) AS anon_3) AND (link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_4) OR link_1.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_5) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID))) AND (link_1.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_6) OR scope_cell.consent_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 JOIN caseflow_rules.consent_category AS consent_category_1 ON consent_category_1.consent_id = consent_1.id 
WHERE consent_1.id = scope_cell.consent_id AND consent_1.party_id = scope_cell.party_id AND consent_1.organisation_id = link_1.organisation_id AND consent_category_1.category = scope_cell.category AND consent_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND consent_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (consent_1.withdrawn_at IS NULL OR consent_1.withdrawn_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.consent AS consent_1 
WHERE consent_1.id = scope_cell.consent_id AND (consent_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR consent_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.seat_cases()) AS anon_2))
 LIMIT ALL OFFSET 0)) OR scope_cell.consent_id IS NULL) AND (EXISTS (SELECT 1 
FROM caseflow_rules.link AS link_1 
WHERE link_1.id = scope_cell.link_id AND (link_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR link_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR link_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (link_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR link_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.links_naming_me()) AS anon_6) AND link_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND link_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND (link_1.revoked_at IS NULL OR link_1.revoked_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND link_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID)) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(link_1.case_id)))
 LIMIT ALL OFFSET 0)) AND (EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = scope_cell.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_1) OR party_1.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7) OR party_1.case_id IN (SELECT anon_8 
FROM unnest(caseflow_rules.my_cases()) AS anon_8) AND (party_1.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_9) OR party_1.id IN (SELECT anon_10 
FROM unnest(caseflow_rules.open_parties()) AS anon_10)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "sealed_head" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "sealed_head" TO caseflow_system;
CREATE POLICY the_system ON "sealed_head" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT ON "sealed_head" TO caseflow_app;

ALTER TABLE "search_terms" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "search_terms" TO caseflow_system;
CREATE POLICY the_system ON "search_terms" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "search_terms" TO caseflow_app;
CREATE POLICY the_actor ON "search_terms" TO caseflow_app USING (search_terms.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = search_terms.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(search_terms.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = search_terms.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "search_token" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "search_token" TO caseflow_system;
CREATE POLICY the_system ON "search_token" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "search_token" TO caseflow_app;
CREATE POLICY the_actor ON "search_token" TO caseflow_app USING (search_token.entry_id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = search_token.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(search_token.entry_id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = search_token.entry_id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "sharing_agreement" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "sharing_agreement" TO caseflow_system;
CREATE POLICY the_system ON "sharing_agreement" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "sharing_agreement" TO caseflow_app;
CREATE POLICY the_actor ON "sharing_agreement" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = sharing_agreement.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.sharing_agreement AS sharing_agreement_1 
WHERE sharing_agreement_1.id = sharing_agreement.id AND sharing_agreement_1.organisation_id = sharing_agreement.organisation_id AND (nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN)
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = sharing_agreement.recorded_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_3)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_4) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR sharing_agreement.recorded_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.sharing_agreement AS sharing_agreement_2 
WHERE sharing_agreement_2.id = sharing_agreement.id AND sharing_agreement_2.recorded_by_id = sharing_agreement.recorded_by_id AND (nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN)
 LIMIT ALL OFFSET 0))));

ALTER TABLE "team" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "team" TO caseflow_system;
CREATE POLICY the_system ON "team" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "team" TO caseflow_app;
CREATE POLICY the_actor ON "team" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR team.id = (nullif(current_setting('caseflow.actor_team_id', true), '')::UUID)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = team.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_2 
WHERE team_2.id = team.id AND team_2.organisation_id = team.organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR team_2.id = (nullif(current_setting('caseflow.actor_team_id', true), '')::UUID))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "user" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "user" TO caseflow_system;
CREATE POLICY the_system ON "user" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "user" TO caseflow_app;
CREATE POLICY the_actor ON "user" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR "user".organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR "user".id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR "user".id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules.organisation AS organisation_1 
WHERE organisation_1.id = "user".organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR organisation_1.id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR organisation_1.id IN (SELECT user_1.organisation_id 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))) OR (nullif(current_setting('caseflow.actor_is_partner', true), '')::BOOLEAN) AND (EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_1 
WHERE team_1.organisation_id = organisation_1.id
 LIMIT ALL OFFSET 0)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_2 
WHERE user_2.id = "user".id AND user_2.organisation_id = "user".organisation_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_2.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_2.id IN (SELECT case_2.director_id 
FROM caseflow_rules."case" AS case_2 
WHERE case_2.id IN (SELECT anon_3 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_3)) OR user_2.id IN (SELECT deputy_2.user_id 
FROM caseflow_rules.deputy AS deputy_2 
WHERE deputy_2.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_4) AND deputy_2.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_2.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.team AS team_2 
WHERE team_2.id = "user".team_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR team_2.id = (nullif(current_setting('caseflow.actor_team_id', true), '')::UUID))
 LIMIT ALL OFFSET 0)) OR "user".team_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_3 
WHERE user_3.id = "user".id AND user_3.team_id = "user".team_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_3.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_3.id IN (SELECT case_3.director_id 
FROM caseflow_rules."case" AS case_3 
WHERE case_3.id IN (SELECT anon_5 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_5)) OR user_3.id IN (SELECT deputy_3.user_id 
FROM caseflow_rules.deputy AS deputy_3 
WHERE deputy_3.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_6) AND deputy_3.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_3.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "user_role" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "user_role" TO caseflow_system;
CREATE POLICY the_system ON "user_role" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "user_role" TO caseflow_app;
CREATE POLICY the_actor ON "user_role" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = user_role.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = user_role.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "user_session" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "user_session" TO caseflow_system;
CREATE POLICY the_system ON "user_session" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "user_session" TO caseflow_app;
CREATE POLICY the_actor ON "user_session" TO caseflow_app USING (user_session.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND user_session.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = user_session.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "usual_cell" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "usual_cell" TO caseflow_system;
CREATE POLICY the_system ON "usual_cell" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT ON "usual_cell" TO caseflow_app;
CREATE POLICY the_actor ON "usual_cell" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN)) WITH CHECK (false);

ALTER TABLE "usual_reason" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "usual_reason" TO caseflow_system;
CREATE POLICY the_system ON "usual_reason" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT ON "usual_reason" TO caseflow_app;
CREATE POLICY the_actor ON "usual_reason" TO caseflow_app USING ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN)) WITH CHECK (false);

ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "visit" TO caseflow_system;
CREATE POLICY the_system ON "visit" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "visit" TO caseflow_app;
CREATE POLICY the_actor ON "visit" TO caseflow_app USING (visit.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND visit.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = visit.user_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)));

ALTER TABLE "voice" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "voice" TO caseflow_system;
CREATE POLICY the_system ON "voice" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "voice" TO caseflow_app;
CREATE POLICY the_actor ON "voice" TO caseflow_app USING (voice.id IN (SELECT anon_1 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_1) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = voice.id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_2) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_3) OR entry_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.seat_cases()) AS anon_4))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(voice.id)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = voice.id AND (entry_1.case_id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_cases()) AS anon_1) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_1.case_id)))
 LIMIT ALL OFFSET 0)) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.party AS party_1 
WHERE party_1.id = voice.party_id AND (party_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR party_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3) OR party_1.case_id IN (SELECT anon_4 
FROM unnest(caseflow_rules.my_cases()) AS anon_4) AND (party_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.wholly_open_cases()) AS anon_5) OR party_1.id IN (SELECT anon_6 
FROM unnest(caseflow_rules.open_parties()) AS anon_6)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.voice AS voice_1 
WHERE voice_1.id = voice.id AND voice_1.party_id = voice.party_id AND (voice_1.id IN (SELECT anon_7 
FROM unnest((nullif(current_setting('caseflow.found_open_ids', true), '')::UUID[])) AS anon_7) OR (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = voice_1.id AND entry_2.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_8) AND (entry_2.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_2.case_id IN (SELECT anon_9 
FROM unnest(caseflow_rules.seat_cases()) AS anon_9))
 LIMIT ALL OFFSET 0)) OR (nullif(current_setting('caseflow.all_found', true), '')::BOOLEAN) IS NOT true AND caseflow_rules.entry_opened(voice_1.id))
 LIMIT ALL OFFSET 0))));

ALTER TABLE "word_check" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "word_check" TO caseflow_system;
CREATE POLICY the_system ON "word_check" TO caseflow_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "word_check" TO caseflow_app;
CREATE POLICY the_actor ON "word_check" TO caseflow_app USING (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = word_check.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_1) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_2) OR entry_1.case_id IN (SELECT anon_3 
FROM unnest(caseflow_rules.seat_cases()) AS anon_3))
 LIMIT ALL OFFSET 0)) WITH CHECK ((nullif(current_setting('caseflow.actor_id', true), '')::UUID) IS NOT NULL AND ((EXISTS (SELECT 1 
FROM caseflow_rules."user" AS user_1 
WHERE user_1.id = word_check.decided_by_id AND ((nullif(current_setting('caseflow.actor_has_directory', true), '')::BOOLEAN) OR user_1.organisation_id = (nullif(current_setting('caseflow.actor_organisation_id', true), '')::UUID) OR user_1.id IN (SELECT case_1.director_id 
FROM caseflow_rules."case" AS case_1 
WHERE case_1.id IN (SELECT anon_1 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_1)) OR user_1.id IN (SELECT deputy_1.user_id 
FROM caseflow_rules.deputy AS deputy_1 
WHERE deputy_1.case_id IN (SELECT anon_2 
FROM unnest(caseflow_rules.my_linked_cases()) AS anon_2) AND deputy_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AND deputy_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))
 LIMIT ALL OFFSET 0)) OR word_check.decided_by_id IS NULL OR (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_1 
WHERE word_check_1.id = word_check.id AND word_check_1.decided_by_id = word_check.decided_by_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_1 
WHERE entry_1.id = word_check_1.entry_id AND entry_1.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_1.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_1.case_id IN (SELECT anon_5 
FROM unnest(caseflow_rules.seat_cases()) AS anon_5))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))) AND ((EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_2 
WHERE entry_2.id = word_check.entry_id AND (entry_2.case_id IN (SELECT anon_6 
FROM unnest(caseflow_rules.my_cases()) AS anon_6) OR (nullif(current_setting('caseflow.actor_is_privacy_officer', true), '')::BOOLEAN) AND NOT (((EXISTS (SELECT exclusion_1.case_id 
FROM caseflow_rules.exclusion AS exclusion_1 
WHERE exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (exclusion_1.from_at IS NULL OR exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (exclusion_1.until_at IS NULL OR exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_exclusion_1.person_id 
FROM caseflow_rules.person_exclusion AS person_exclusion_1 
WHERE person_exclusion_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_exclusion_1.from_at IS NULL OR person_exclusion_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_exclusion_1.until_at IS NULL OR person_exclusion_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)))) OR (EXISTS (SELECT person_tie_1.person_id 
FROM caseflow_rules.person_tie AS person_tie_1 
WHERE person_tie_1.user_id = (nullif(current_setting('caseflow.actor_id', true), '')::UUID) AND (person_tie_1.from_at IS NULL OR person_tie_1.from_at <= (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE)) AND (person_tie_1.until_at IS NULL OR person_tie_1.until_at > (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE))))) AND caseflow_rules.is_excluded(entry_2.case_id)))
 LIMIT ALL OFFSET 0)) OR (EXISTS (SELECT 1 
FROM caseflow_rules.word_check AS word_check_2 
WHERE word_check_2.id = word_check.id AND word_check_2.entry_id = word_check.entry_id AND (EXISTS (SELECT 1 
FROM caseflow_rules.entry AS entry_3 
WHERE entry_3.id = word_check_2.entry_id AND entry_3.recorded_at <= (SELECT (nullif(current_setting('caseflow.now', true), '')::TIMESTAMP WITH TIME ZONE) AS anon_3) AND (entry_3.case_id = (SELECT (nullif(current_setting('caseflow.seat_here', true), '')::UUID) AS anon_4) OR entry_3.case_id IN (SELECT anon_7 
FROM unnest(caseflow_rules.seat_cases()) AS anon_7))
 LIMIT ALL OFFSET 0))
 LIMIT ALL OFFSET 0))));
