"""One person in two records: from whom the one is kept, so is the other, and nobody is told who need not be."""

from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from caseflow.access import guard
from caseflow.access.alike import TURN
from caseflow.cases.parties import actions as parties
from caseflow.cases.parties.actions import NewParty, PersonFacts
from caseflow.cases.refusals import EditConflictError
from caseflow.db import GuardedSession, db
from caseflow.models import AuditRow, Case, Party, Person, PersonExclusion, PersonTie, User
from caseflow.sharing import exclusions
from caseflow.sharing.exclusions import NewExclusion
from caseflow.sharing.persons import TABLES, Kept
from tests.cases.story import actor_named
from tests.sharing.links import CASE, answering, filled_in, link_school
from tests.sharing.test_excluded_persons import SCHOOL, keep
from tests.sharing.test_exclusions import exclude
from tests.statement_count import counted

NOOR = {"name": "Noor Holtrop", "born_on": "2017-09-08", "role": "child_witness"}
ANNEKE = "Anneke Postma"


class LaterCase:
    """A case that a director opens later, in another team, with a record of their own of somebody in it."""

    def __init__(self, people, director) -> None:
        self.people = people
        self.director = director
        self.path = director.get("/cases/new").submit(opened_on="2026-11-23").path

    def add(self, **facts):
        """Add a person, Noor where nothing else is said, and return the page that follows."""
        page = self.director.get(f"{self.path}/parties/new").submit(**(NOOR | facts))
        assert (page.status, page.errors) == (200, [])
        return page

    def edit(self, **facts):
        """Correct the one person of the case."""
        page = self.director.get(f"{self.path}/parties/{self.party()}/edit").submit(**facts)
        assert (page.status, page.errors) == (200, [])
        return page

    def remove(self):
        return self.director.get(f"{self.path}/parties/{self.party()}/remove").submit()

    def party(self) -> str:
        reference = self.path.split("/")[2]
        return str(looked_up(self.people, select(Party.id).join(Case).where(Case.reference == reference))[0])

    def choose_school(self):
        """Return the page on which a partner is linked, where the school is chosen."""
        school = self.people.organisation(SCHOOL)
        page = self.director.get(f"{self.path}/partners/new")
        return page.submit(button="Personen tonen", organisation_id=school)

    def link_school(self):
        """Link the teacher of Noor, about the one person of the case."""
        form = filled_in(self.people) | {"scope": [f"{self.party()}:safety", f"{self.party()}:identity"]}
        page = self.choose_school().submit(button="Deze partner koppelen", **form)
        return answering(page, "Deze partner koppelen")


def looked_up(people, wanted):
    with people.app.app_context(), Session(db.engine) as session:
        return session.scalars(wanted).all()


def rows(people, model=PersonExclusion):
    return looked_up(people, select(model))


@pytest.fixture
def lead(sign_in):
    return sign_in("petra-zuidema")


@pytest.fixture
def school(people, sign_in):
    """The teacher of Noor."""
    return sign_in("anneke-postma")


@pytest.fixture
def later_case(people, sign_in):
    return LaterCase(people, sign_in("jeroen-kwakkel"))


@pytest.fixture
def later(clock):
    return lambda: clock.set(clock() + timedelta(minutes=1))


@pytest.fixture
def read_both(people, director, later_case, school):
    """Let the teacher of Noor read two cases with a record of her each, and return what opening them gives."""
    link_school(director, people)
    later_case.add()
    later_case.link_school()
    paths = (CASE, later_case.path)
    assert [school.get(path).status for path in paths] == [200, 200]
    return lambda: [school.get(path).status for path in paths]


def exclude_from_noor(lead, people, key="anneke-postma", organisation=SCHOOL, **others):
    page = lead.get(f"{CASE}/exclusions")
    page = exclude(page, people, key, organisation=organisation, party_id=people.party("noor"), **others)
    assert page.status == 200, page.errors
    return page


def lift(page, name=ANNEKE):
    href = next(link for words, link in page.links.items() if words == f"Opheffen: {name}")
    return page.visitor.get(href).submit(button="Uitsluiting opheffen")


def end(officer):
    page = officer.get("/excluded-persons")
    href = next(link for words, link in page.links.items() if words.startswith("Beëindigen"))
    return officer.get(href).submit(button="Beëindigen")


def test_who_is_excluded_from_a_person_has_no_later_case_in_which_another_director_adds_them_anew(
    people, lead, later_case, school
):
    exclude_from_noor(lead, people)
    later_case.add(name="  noor   HOLTROP ")
    assert ANNEKE not in later_case.choose_school().text
    assert later_case.link_school().status == 422
    assert school.get(later_case.path).status == 404


@pytest.mark.parametrize("kind", ["excluded", "own"])
def test_who_is_kept_from_a_person_by_a_privacy_officer_has_no_such_later_case(
    sign_in, people, later_case, school, kind
):
    keep(sign_in("ruud-sanders"), people, "anneke-postma", kind, organisation=SCHOOL)
    later_case.add()
    assert ANNEKE not in later_case.choose_school().text
    assert later_case.link_school().status == 422
    assert school.get(later_case.path).status == 404


@pytest.mark.parametrize("facts", [{"name": "Noor Holtrup"}, {"born_on": "2017-09-09"}, {"born_on": ""}])
def test_who_has_another_name_or_birth_date_or_none_is_somebody_else(people, lead, later_case, school, facts):
    exclude_from_noor(lead, people)
    later_case.add(**facts)
    later_case.link_school()
    assert school.get(later_case.path).status == 200


def test_two_without_a_birth_date_are_not_the_same(people, lead, later_case, school):
    with people.app.app_context(), Session(db.engine) as session:
        session.scalars(select(Person).where(Person.name == "Noor Holtrop")).one().born_on = None
        session.commit()
    exclude_from_noor(lead, people)
    later_case.add(born_on="")
    later_case.link_school()
    assert school.get(later_case.path).status == 200
    assert len(rows(people)) == 1


@pytest.mark.parametrize("wrong", [{"name": "Noor Holtrup"}, {"born_on": ""}])
def test_an_edit_that_makes_two_records_the_same_person_takes_the_case_away(
    people, lead, later_case, school, wrong
):
    exclude_from_noor(lead, people)
    later_case.add(**wrong)
    later_case.link_school()
    assert school.get(later_case.path).status == 200
    later_case.edit(name="Noor Holtrop", born_on="2017-09-08")
    assert school.get(later_case.path).status == 404


def test_an_edit_carries_what_is_kept_the_other_way_as_well(people, director, sign_in, later_case, school):
    link_school(director, people)
    later_case.add(name="Noor Holtrup")
    page = sign_in("henk-dijkgraaf").get(f"{later_case.path}/exclusions")
    exclude(page, people, "anneke-postma", organisation=SCHOOL, party_id=later_case.party())
    assert school.get(CASE).status == 200
    later_case.edit(name="Noor Holtrop")
    assert school.get(CASE).status == 404


def test_excluding_somebody_covers_every_record_there_is_of_the_person(people, lead, read_both):
    exclude_from_noor(lead, people)
    assert read_both() == [404, 404]


def test_what_is_kept_from_tomorrow_is_kept_from_tomorrow_everywhere(
    sign_in, people, lead, later_case, clock
):
    later_case.add()
    later_case.link_school()
    exclude_from_noor(lead, people, from_on="2026-11-24")
    assert sign_in("anneke-postma").get(later_case.path).status == 200
    assert len({one.from_at for one in rows(people)}) == 1
    clock.set(clock() + timedelta(days=1))
    assert sign_in("anneke-postma").get(later_case.path).status == 404


def test_lifting_an_exclusion_ends_what_came_of_it(sign_in, people, lead, read_both, later):
    page = exclude_from_noor(lead, people)
    later()
    lift(page)
    assert read_both() == [200, 200]
    assert [one.until_at is not None for one in rows(people)] == [True, True]
    LaterCase(people, sign_in("rosa-tjin")).add()
    assert len(rows(people)) == 2, "what is over is not copied"


def test_lifting_ends_what_came_of_it_also_where_the_name_was_corrected_since(
    people, lead, later_case, read_both, later
):
    page = exclude_from_noor(lead, people)
    later_case.edit(name="Noor de Groot")
    assert read_both() == [404, 404]
    later()
    lift(page)
    assert read_both() == [200, 200]


def test_what_never_began_leaves_nothing_behind_anywhere(people, lead, later_case):
    page = exclude_from_noor(lead, people, from_on="2026-11-25")
    later_case.add()
    assert len(rows(people)) == 2
    lift(page)
    assert rows(people) == []


def test_an_exclusion_from_a_sibling_with_the_same_words_stands_when_one_is_lifted(people, lead, later_case):
    exclude_from_noor(lead, people, from_on="2026-11-25")
    page = lead.get(f"{CASE}/exclusions")
    party = people.party("jip")
    exclude(page, people, "anneke-postma", organisation=SCHOOL, party_id=party, from_on="2026-11-25")
    later_case.add()
    later_case.add(name="Jip Holtrop", born_on="2011-04-26")
    assert len(rows(people)) == 4
    lift(lead.get(f"{CASE}/exclusions"))
    left = looked_up(people, select(Person.name).join(PersonExclusion))
    assert len(left) == 2
    assert len(set(left)) == 1


@pytest.mark.parametrize("kind", Kept)
def test_a_privacy_officer_sees_one_line_for_a_person_and_ends_it_for_every_record(
    sign_in, people, read_both, later, kind
):
    officer = sign_in("ruud-sanders")
    page = keep(officer, people, "anneke-postma", kind.value, organisation=SCHOOL)
    LaterCase(people, sign_in("rosa-tjin")).add()
    assert len(rows(people, TABLES[kind])) == 3
    assert officer.get("/excluded-persons").text.count(ANNEKE) == page.text.count(ANNEKE) == 2
    again = keep(officer, people, "anneke-postma", kind.value, organisation=SCHOOL)
    assert again.errors == ["Medewerker – Deze persoon is al uitgesloten. Kies iemand anders."]
    assert read_both() == [404, 404]
    later()
    end(officer)
    assert read_both() == [200, 200]
    assert all(one.until_at for one in rows(people, TABLES[kind]))


@pytest.mark.parametrize("who", ["jeroen-kwakkel", "henk-dijkgraaf"])
def test_in_the_later_case_nobody_is_told_who_does_not_read_what_it_came_of(
    sign_in, people, lead, later_case, who
):
    exclude_from_noor(lead, people)
    keep(sign_in("ruud-sanders"), people, "tim-oudkerk", "excluded", organisation=SCHOOL)
    keep(sign_in("ruud-sanders"), people, "joost-veldman", "own", organisation="Het Baken College")
    later_case.add()
    page = sign_in(who).get(f"{later_case.path}/exclusions")
    assert "Niemand is uitgesloten" in page.text
    assert len(rows(people)) == 4
    assert len(rows(people, PersonTie)) == 2
    copy = next(one for one in rows(people) if one.id.version == 5)
    assert sign_in("henk-dijkgraaf").get(f"{later_case.path}/exclusions/{copy.id}/lift").status == 404


@pytest.fixture
def acting_as(people, clock):
    """Open the session of a user of the story."""

    @contextmanager
    def opened(key):
        with people.app.app_context(), GuardedSession(db=db, autoflush=False) as session:
            guard.bind(session, actor_named(key, clock()))
            yield session

    return opened


def test_who_is_not_told_of_a_copy_ends_none_whatever_they_ask_for(people, lead, later_case, acting_as):
    exclude_from_noor(lead, people)
    later_case.add()
    copy = next(one for one in rows(people) if one.id.version == 5)
    [case_id] = looked_up(people, select(Party.case_id).where(Party.id == UUID(later_case.party())))
    with acting_as("henk-dijkgraaf") as session, pytest.raises(EditConflictError):
        exclusions.lift(session, case_id, copy.id)


def write_down(session, case_id):
    parties.add_party(session, case_id, NewParty(PersonFacts("Noor Holtrop", date(2017, 9, 8))))


def keep_out(session, case_id):
    noor = session.scalars(select(Party.id).where(Party.case_id == case_id, Party.key == "noor")).one()
    marit = session.scalars(select(User.id).where(User.key == "marit-kloosterman")).one()
    exclusions.exclude(session, case_id, NewExclusion(marit, "Buurvrouw.", date(2026, 11, 23), noor))


def let_in(session, case_id):
    there = session.scalars(select(PersonExclusion.id)).one()
    exclusions.lift(session, case_id, there)


@pytest.mark.parametrize("act", [write_down, keep_out, let_in])
def test_who_writes_a_person_and_who_keeps_or_lets_somebody_in_wait_for_each_other(
    people, lead, acting_as, act
):
    exclude_from_noor(lead, people)
    with acting_as("petra-zuidema") as session:
        if session.get_bind().dialect.name == "sqlite":
            return  # has one writer as it is
        act(session, session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one())
        with Session(db.engine) as other:
            assert other.scalar(select(func.pg_try_advisory_xact_lock(TURN))) is False


def test_a_lead_who_is_not_told_excludes_the_same_person_as_if_nobody_had(sign_in, people, lead, later_case):
    exclude_from_noor(lead, people)
    later_case.add()
    other = sign_in("henk-dijkgraaf")
    page = other.get(f"{later_case.path}/exclusions")
    page = exclude(page, people, "anneke-postma", organisation=SCHOOL, party_id=later_case.party())
    assert (page.status, page.errors) == (200, [])
    assert page.text.count(f"Opheffen: {ANNEKE}") == 1


def test_a_lead_who_reads_what_it_came_of_sees_it_in_the_later_case_and_ends_both_there(
    sign_in, people, lead, read_both, later
):
    colleague = LaterCase(people, sign_in("marit-kloosterman"))
    exclude_from_noor(lead, people)
    colleague.add()
    page = lead.get(f"{colleague.path}/exclusions")
    assert "elke casus van Noor Holtrop" in page.text
    later()
    lift(page)
    assert read_both() == [200, 200]
    assert all(one.until_at for one in rows(people))


def test_who_writes_a_person_sees_the_same_whether_or_not_somebody_is_kept_from_them(
    people, lead, sign_in, later_case
):
    other = LaterCase(people, sign_in("rosa-tjin"))
    with counted(people.app) as before:
        unknown = other.add(name="Iemand Anders")
    exclude_from_noor(lead, people)
    with counted(people.app) as after:
        known = later_case.add()
    assert len(rows(people)) == 2
    assert after == before
    names = (unknown.text.replace("Iemand Anders", "Noor Holtrop"), known.text)
    references = (other.path.split("/")[2], later_case.path.split("/")[2])
    assert names[0].replace(references[0], "") == names[1].replace(references[1], "")


def test_who_is_kept_from_a_person_and_writes_them_down_themselves_does_not_learn_it(
    sign_in, people, lead, later_case, school
):
    exclude_from_noor(lead, people, "jeroen-kwakkel", organisation="Gemeente Oosterdelta")
    page = later_case.add()
    assert "Noor Holtrop" in page.text
    later_case.edit(name="Noor  Holtrop")
    assert later_case.director.get(later_case.path).status == 200
    assert sign_in("jeroen-kwakkel").get(CASE).status == 404


def test_what_others_set_about_the_person_does_not_tell_it_either(sign_in, people, lead, later_case):
    exclude_from_noor(lead, people, "henk-dijkgraaf", organisation="Gemeente Oosterdelta")
    henk = sign_in("henk-dijkgraaf")
    henk.get(f"{later_case.path}/parties/new").submit(**NOOR)
    page = henk.get(f"{later_case.path}/exclusions")
    page = exclude(page, people, "anneke-postma", organisation=SCHOOL, party_id=later_case.party())
    assert page.status == 200
    assert ANNEKE in page.text
    assert henk.get(later_case.path).status == 200
    whom = select(User.key).join(PersonExclusion, PersonExclusion.user_id == User.id).order_by(User.key)
    assert looked_up(people, whom) == [
        "anneke-postma",
        "anneke-postma",
        "henk-dijkgraaf",
    ]


def test_a_person_who_was_added_by_mistake_goes_with_what_came_along(people, lead, later_case):
    exclude_from_noor(lead, people)
    later_case.add()
    assert len(looked_up(people, select(Person).where(Person.name == "Noor Holtrop"))) == 2
    later_case.remove()
    assert len(looked_up(people, select(Person).where(Person.name == "Noor Holtrop"))) == 1
    assert len(rows(people)) == 1


def test_what_was_set_about_a_person_stays_when_they_leave_their_only_case(people, sign_in, later_case):
    later_case.add(name="Kim Test", born_on="2015-03-03")
    page = sign_in("henk-dijkgraaf").get(f"{later_case.path}/exclusions")
    exclude(page, people, "anneke-postma", organisation=SCHOOL, party_id=later_case.party())
    later_case.remove()
    assert len(rows(people)) == 1
    again = LaterCase(people, sign_in("marit-kloosterman"))
    again.add(name="Kim Test", born_on="2015-03-03")
    assert ANNEKE not in again.choose_school().text


def test_a_privacy_officer_keeps_somebody_also_from_a_record_that_does_not_exist_for_themselves(
    sign_in, people, read_both, lead
):
    officer = sign_in("ruud-sanders")
    exclude(lead.get(f"{CASE}/exclusions"), people, "ruud-sanders")
    page = keep(officer, people, "anneke-postma", "excluded", organisation=SCHOOL)
    assert "Anneke Postma" in page.text
    assert read_both() == [404, 404]


def test_a_privacy_officer_is_not_told_what_was_set_in_a_case_that_does_not_exist_for_them(
    sign_in, people, later_case, lead
):
    exclude(lead.get(f"{CASE}/exclusions"), people, "ruud-sanders")
    exclude_from_noor(lead, people)
    later_case.add()
    officer = sign_in("ruud-sanders")
    assert ANNEKE not in officer.get("/excluded-persons").text
    page = keep(officer, people, "anneke-postma", "excluded", organisation=SCHOOL)
    assert (page.status, page.errors) == (200, [])


def test_a_record_that_another_case_has_too_keeps_what_came_along(people, lead, later_case, school):
    exclude_from_noor(lead, people)
    later_case.add()
    second = LaterCase(people, later_case.director)
    href = second.director.get(f"{second.path}/parties/find").submit(name="Noor").links
    second.director.get(next(link for words, link in href.items() if "Noor" in words)).submit()
    later_case.remove()
    assert len(rows(people)) == 2
    assert ANNEKE not in second.choose_school().text


def test_the_log_of_the_later_case_says_nothing_of_it(people, lead, later_case):
    exclude_from_noor(lead, people)
    later_case.add()
    reference = later_case.path.split("/")[2]
    of_case = select(AuditRow.act).join(Case, Case.id == AuditRow.case_id)
    acts = looked_up(people, of_case.where(Case.reference == reference))
    assert "party.added" in acts
    assert not any(act.startswith("exclusion") for act in acts)
