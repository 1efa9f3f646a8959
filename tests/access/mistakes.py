"""Mistakes that somebody could make in the rules, each as what it puts in the place of which function."""

from contextlib import contextmanager
from functools import cache

import pytest
from sqlalchemy import and_, false, func, literal, or_, select, true

from caseflow.access import check, guard, protected, reasons, sets, writing
from caseflow.access.asking import DIRECTOR_AT, ME, MY_ORGANISATION, NOW, TEAM_I_LEAD
from caseflow.access.rules import asked, beside, cases, directory, entries, links, watching
from caseflow.access.rules.asked import PLACE
from caseflow.access.rules.entries import CHECK, CONCERN, ORIGIN, RELEASE, USER, covered, own_source
from caseflow.access.sets import (
    CASE,
    CELL,
    CONSENT,
    CONSENT_CATEGORY,
    DEPUTY,
    LINK,
    PARTY,
    names_me,
    not_revoked,
    runs_for_me,
)
from caseflow.access.writing import there_is


def forget_questions():
    """Let questions be made anew: they are written once."""
    for module in (check, protected, reasons):
        kept = [one for one in vars(module).values() if hasattr(one, "cache_clear")]
        for one in kept:
            if one.__module__ == module.__name__:  # what others made stays theirs
                one.cache_clear()


def forget_rules(engine):
    """Let rules be made anew, and what is asked by them: they are written once."""
    guard.rule_about_rows_of.cache_clear()
    forget_questions()
    engine.clear_compiled_cache()


@contextmanager
def mistaken_about_entries(engine, *names):
    """Let these conditions on entries hold always, in all statements of an application.

    What its statements hold of the other sets stays: a name can stand for one thing only.
    """
    kept, made = writing.at_the_head, cache(writing.at_the_head.__wrapped__)

    def of_entries_anew(make, asked, how):
        return (made if make.__module__ == entries.__name__ else kept)(make, asked, how)

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(writing, "at_the_head", of_entries_anew)
            for name in names:
                patch.setattr(entries, name, anything)
            forget_rules(engine)
            yield
    finally:
        forget_rules(engine)


def anything(*_rows):
    return true()


def somebody_covered_is_enough(entry, link):
    concern = CONCERN.alias()
    return ~there_is(concern, concern.c.entry_id == entry.c.id, covered(concern, entry, link))


def scopes_of_two_links_added_up(entry):
    concern, link, cell = CONCERN.alias(), LINK.alias(), CELL.alias()
    in_any_link = there_is(
        link.join(cell, cell.c.link_id == link.c.id),
        runs_for_me(link),
        cell.c.party_id == concern.c.party_id,
        cell.c.category == entry.c.category,
    )
    return ~there_is(concern, concern.c.entry_id == entry.c.id, ~in_any_link)


def correlation_left_to_guess(rows, *conditions):
    return select(literal(1)).select_from(rows).where(*conditions).exists()


def held_by_any_check(entry):
    check = CHECK.alias()
    return ~there_is(check, check.c.entry_id == entry.c.id, check.c.held.is_(True))


def link_works_at_its_end(link):
    return and_(link.c.from_at <= NOW, link.c.until_at >= NOW, not_revoked(link))


def link_starts_late(link):
    return and_(link.c.from_at < NOW, link.c.until_at > NOW, not_revoked(link))


def in_force_from_ever(row):
    return or_(row.c.until_at.is_(None), row.c.until_at > NOW)


def in_force_at_its_end(row):
    begun = or_(row.c.from_at.is_(None), row.c.from_at <= NOW)
    return and_(begun, or_(row.c.until_at.is_(None), row.c.until_at >= NOW))


def in_force_for_ever(row):
    return or_(row.c.from_at.is_(None), row.c.from_at <= NOW)


def no_case():
    return select(CASE.c.id).where(false())


def copied_when_it_was_set(persons):
    """Of several cases only one: those that the person joined later are not there."""
    party = PARTY.alias()
    return select(func.min(party.c.case_id)).where(party.c.person_id.in_(persons)).group_by(party.c.person_id)


def glass_runs(glass, case, *conditions):
    mine = and_(glass.c.user_id == ME, glass.c.at <= NOW, *conditions)
    return and_(mine, case.c.id == glass.c.case_id)


def glass_open_at_its_end(glass, case):
    return glass_runs(glass, case, case.c.organisation_id == DIRECTOR_AT, glass.c.until_at >= NOW)


def glass_open_for_ever(glass, case):
    return glass_runs(glass, case, case.c.organisation_id == DIRECTOR_AT)


def glass_of_any_organisation(glass, case):
    return glass_runs(glass, case, DIRECTOR_AT.is_not(None), glass.c.until_at > NOW)


def glass_for_any_role(glass, case):
    return glass_runs(glass, case, case.c.organisation_id == MY_ORGANISATION, glass.c.until_at > NOW)


def glass_opens_protected(entry):
    return entry.c.case_id.in_(sets.opened_cases())


def excluded_unless_the_glass_is_broken():
    by_anything = sets.any_of(sets.excluded_by_case(), sets.excluded_by_person(), sets.excluded_by_account())
    members = by_anything.subquery()
    [case_id] = members.c
    return select(case_id).where(case_id.not_in(sets.opened_cases()))


def disclosed_for_ever(_disclosure):
    return true()


def disclosed_until_revoked(disclosure):
    return sets.not_revoked(disclosure)


def disclosed_until_its_end(disclosure):
    return sets.in_force(disclosure)


def covered_in_whatever_category(concern, _entry, link):
    cell = CELL.alias()
    return there_is(cell, cell.c.link_id == link.c.id, cell.c.party_id == concern.c.party_id)


def deputy_stays_at_the_end():
    deputy = DEPUTY.alias()
    stands_in = and_(deputy.c.from_at <= NOW, deputy.c.until_at >= NOW)
    return select(deputy.c.case_id).where(deputy.c.user_id == ME, stands_in)


def lead_of_every_team():
    case = CASE.alias()
    return select(case.c.id).where(TEAM_I_LEAD.is_not(None))


def link_without_a_cell_counts():
    link = LINK.alias()
    return select(link.c.case_id).where(names_me(link), runs_for_me(link))


def released_to_anybody(entry):
    release = RELEASE.alias()
    return or_(
        entry.c.onward == "free", own_source(entry), there_is(release, release.c.entry_id == entry.c.id)
    )


def own_source_opens_protected_facts(entry):
    origin, user = ORIGIN.alias(), USER.alias()
    wrote = there_is(user, user.c.id == origin.c.author_id, user.c.organisation_id == MY_ORGANISATION)
    mine = or_(origin.c.source_id == MY_ORGANISATION, wrote)
    return there_is(origin, origin.c.entry_id == entry.c.id, mine)


def asked_once(request):
    return and_(request.c.asked_by_id == ME, request.c.asked_id.is_(None))


def named_is_enough(request):
    return request.c.asked_id == ME


def linked_is_enough(request):
    return and_(request.c.asked_id == ME, request.c.case_id.in_(sets.my_linked_cases()))


def at_no_case_anywhere(request):
    place = PLACE.alias()
    nowhere = there_is(place, place.c.request_id == request.c.id, place.c.case_id.is_(None))
    return and_(TEAM_I_LEAD.is_not(None), nowhere)


def any_that_names_a_person(request):
    here = and_(TEAM_I_LEAD.is_not(None), request.c.organisation_id == MY_ORGANISATION)
    return and_(here, request.c.case_id.is_(None))


def nothing_hidden(_request):
    return false()


def anybody_s_link(link):
    return and_(link.c.organisation_id == MY_ORGANISATION, sets.link_is_active(link))


def consent_withdrawn_or_not(consent):
    return and_(consent.c.from_at <= NOW, consent.c.until_at > NOW)


def consent_holds_at_its_end(consent):
    return and_(consent.c.from_at <= NOW, consent.c.until_at >= NOW, not_withdrawn(consent))


def consent_holds_from_ever(consent):
    return and_(consent.c.until_at > NOW, not_withdrawn(consent))


def consent_holds_as_it_is_withdrawn(consent):
    withdrawn_later = or_(consent.c.withdrawn_at.is_(None), consent.c.withdrawn_at >= NOW)
    return and_(consent.c.from_at <= NOW, consent.c.until_at > NOW, withdrawn_later)


def not_withdrawn(consent):
    return or_(consent.c.withdrawn_at.is_(None), consent.c.withdrawn_at > NOW)


def consented_but_for(*forgotten):
    """Ask of a consent everything but what is forgotten."""

    def wrong(cell, link):
        consent, covers = CONSENT.alias(), CONSENT_CATEGORY.alias()
        asked = {
            "person": consent.c.party_id == cell.c.party_id,
            "organisation": consent.c.organisation_id == link.c.organisation_id,
            "category": covers.c.category == cell.c.category,
        }
        given = consent.join(covers, covers.c.consent_id == consent.c.id)
        rest = [condition for name, condition in asked.items() if name not in forgotten]
        return there_is(given, consent.c.id == cell.c.consent_id, sets.consent_holds(consent), *rest)

    return wrong


def any_consent_will_do(cell, link):
    consent, covers = CONSENT.alias(), CONSENT_CATEGORY.alias()
    return there_is(
        consent.join(covers, covers.c.consent_id == consent.c.id),
        consent.c.party_id == cell.c.party_id,
        consent.c.organisation_id == link.c.organisation_id,
        covers.c.category == cell.c.category,
        sets.consent_holds(consent),
    )


RULES = (sets, entries, asked, beside, cases, directory, links, watching)


def everywhere(name, mistake):
    """Put it wherever the function was imported to."""
    return [(module, name, mistake) for module in RULES if hasattr(module, name)]


MISTAKES = {
    "any party covered is enough": everywhere("somebody_uncovered", somebody_covered_is_enough),
    "scopes of two links add up": everywhere("one_link_covers_everyone", scopes_of_two_links_added_up),
    "correlation is left to guess": everywhere("there_is", correlation_left_to_guess),
    "a link still works at its end": everywhere("link_is_active", link_works_at_its_end),
    "a link works only after its start": everywhere("link_is_active", link_starts_late),
    "exclusion is ignored": everywhere("not_excluded", anything),
    "exclusion begins too early": everywhere("in_force", in_force_from_ever),
    "exclusion and disclosure hold at their end": everywhere("in_force", in_force_at_its_end),
    "exclusion and disclosure never end": everywhere("in_force", in_force_for_ever),
    "exclusion by the case is ignored": everywhere("excluded_by_case", no_case),
    "exclusion by a person is ignored": everywhere("excluded_by_person", no_case),
    "a tied account is ignored": everywhere("excluded_by_account", no_case),
    "a later case of the person is ignored": everywhere("cases_of", copied_when_it_was_set),
    "break-glass stays open at its end": everywhere("broken_by_me", glass_open_at_its_end),
    "break-glass stays open": everywhere("broken_by_me", glass_open_for_ever),
    "break-glass of another organisation": everywhere("broken_by_me", glass_of_any_organisation),
    "break-glass of any colleague": everywhere("broken_by_me", glass_for_any_role),
    "break-glass opens protected facts": everywhere("by_break_glass", glass_opens_protected),
    "break-glass by an excluded user": everywhere("excluded_cases", excluded_unless_the_glass_is_broken),
    "a disclosure that ended or was revoked": everywhere("still_disclosed", disclosed_for_ever),
    "a disclosure that ended": everywhere("still_disclosed", disclosed_until_revoked),
    "a disclosure that was revoked": everywhere("still_disclosed", disclosed_until_its_end),
    "category is ignored": [
        *everywhere("covered", covered_in_whatever_category),
        *everywhere("in_open_category", anything),
    ],
    "revocation is ignored": everywhere("not_revoked", anything),
    "protected is ignored": everywhere("not_protected_or_disclosed", anything),
    "onward is ignored": everywhere("travels", anything),
    "a release to anybody counts": everywhere("travels", released_to_anybody),
    "directors_only is ignored": everywhere("not_for_directors_only", anything),
    "held back is ignored": everywhere("not_held_back", anything),
    "any check holds back": everywhere("not_held_back", held_by_any_check),
    "recorded_at is ignored": everywhere("recorded", anything),
    "a deputy stays at the end": everywhere("deputised_cases", deputy_stays_at_the_end),
    "a lead leads every team": everywhere("led_cases", lead_of_every_team),
    "an empty scope makes the case exist": everywhere("linked_cases", link_without_a_cell_counts),
    "own source opens protected facts": everywhere("own_origin", own_source_opens_protected_facts),
    "what colleagues wrote is forgotten": everywhere("own_origin", own_source),
    "a consent is not asked after": everywhere("cell_is_open", anything),
    "a consent that was withdrawn": everywhere("consent_holds", consent_withdrawn_or_not),
    "a consent at the moment of withdrawal": everywhere("consent_holds", consent_holds_as_it_is_withdrawn),
    "a consent at its end": everywhere("consent_holds", consent_holds_at_its_end),
    "a consent before it begins": everywhere("consent_holds", consent_holds_from_ever),
    "a consent of somebody else": everywhere("is_consented", consented_but_for("person")),
    "a consent for another organisation": everywhere("is_consented", consented_but_for("organisation")),
    "a consent to another category": everywhere("is_consented", consented_but_for("category")),
    "a consent for another purpose": everywhere("is_consented", any_consent_will_do),
    "a request shows before it was asked": everywhere("asked_by_now", anything),
    "who asked keeps what they asked in a case": everywhere("asked_by_me", asked_once),
    "a source is asked about what it may not read": everywhere("may_say_for_the_source", named_is_enough),
    "a professional is asked without a link": everywhere("asked_of_me", named_is_enough),
    "a professional is asked about strangers": everywhere("asked_of_me", linked_is_enough),
    "a lead elsewhere reads what lies at no case": everywhere("lies_at_no_case_here", at_no_case_anywhere),
    "a lead reads what lies at a case": everywhere("lies_at_no_case_here", any_that_names_a_person),
    "what was granted stays after an exclusion": everywhere("lies_where_i_am_not", nothing_hidden),
    "a refusal tells whether somebody is known": everywhere("tells_no_more_than_it_may", anything),
    "a link names the whole organisation": everywhere("runs_for_me", anybody_s_link),
}
