"""Every kind of entry is written on its form, stands in the database as it was typed, and is edited without loss."""

from datetime import date

from caseflow.casefile.kinds import (
    ActionData,
    AddressData,
    Agreement,
    AnalysisData,
    AssessmentData,
    ConferenceData,
    ContactData,
    DecisionData,
    DocumentData,
    IncidentData,
    MeasureData,
    ReportData,
    SafetyPlanData,
    VoiceData,
)
from caseflow.models.vocabulary import (
    ActionStatus,
    AddressUse,
    AgreementStatus,
    Category,
    Certainty,
    Channel,
    IncidentContext,
    MeasureKind,
    Onward,
    Phase,
    ReportNature,
    ViolenceForm,
    ViolenceKind,
)
from tests.casefile.conftest import CASE, amsterdam, value_of, values_of

PDF = b"%PDF-1.7\nan invented letter"


def written(sign_in, file, kind, *, about=("Mirjam",), query="", **fields):
    """Write an entry of a kind as the director; give what the database holds of it."""
    at = fields.pop("at", "2026-11-20T14:05")
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/new/{kind}{query}")
    assert page.status == 200
    given = {name: value(page) if callable(value) else value for name, value in fields.items()}
    concerns = values_of(page, "concerns", *about)
    answer = page.submit(occurred_at=at, concerns=concerns, **given)
    assert answer.status == 200, answer.errors
    assert not answer.errors, answer.errors
    portrait = file.latest()
    assert portrait.draft.occurred_at == amsterdam(at)
    assert portrait.draft.concerns == tuple(file.party(name) for name in about) or len(about) > 1
    return portrait.draft


def pick(name, label):
    return lambda page: value_of(page, name, label)


def picks(name, *labels):
    return lambda page: values_of(page, name, *labels)


def test_a_contact_stands_as_it_was_typed(sign_in, file):
    draft = written(
        sign_in, file, "contact", body="Called.\n\nShe is well.", channel="phone", minutes="25", category="care",
        with_ids=picks("with_ids", "Mirjam"), certainty="observed", onward="ask_source",
        source_id=pick("source_id", "Lokaal team"), source_confidential=True, directors_only=True,
        released_to=picks("released_to", "Veilig Thuis Deltaregio"),
    )  # fmt: skip
    assert draft.data == ContactData(channel=Channel.PHONE, minutes=25, with_ids=(file.party("Mirjam"),))
    assert (draft.body, draft.category) == ("Called.\n\nShe is well.", Category.CARE)
    assert (draft.certainty, draft.onward) == (Certainty.OBSERVED, Onward.ASK_SOURCE)
    assert (draft.source_confidential, draft.directors_only, len(draft.released_to)) == (True, True, 1)


def test_a_report_stands_as_it_was_typed(sign_in, file):
    draft = written(
        sign_in, file, "report", body="A worry.", nature="signal", violence_kind="child_abuse",
        from_organisation_id=pick("from_organisation_id", "De Zilvermeeuw"),
        to_organisation_id=pick("to_organisation_id", "Veilig Thuis Deltaregio"),
    )  # fmt: skip
    assert isinstance(draft.data, ReportData)
    assert draft.data.from_organisation_id != draft.data.to_organisation_id
    assert (draft.data.nature, draft.data.violence_kind) == (ReportNature.SIGNAL, ViolenceKind.CHILD_ABUSE)


def test_a_voice_stands_as_it_was_typed(sign_in, file):
    draft = written(
        sign_in, file, "voice", body="“I sleep again.”", theme="Sleep", wish="Quiet", motivation="0", safety="10",
        party_id=pick("party_id", "Mirjam"),
    )  # fmt: skip
    assert draft.data == VoiceData(
        party_id=file.party("Mirjam"), theme="Sleep", wish="Quiet", motivation=0, safety=10
    )
    assert draft.category is Category.VOICE


def test_an_incident_stands_as_it_was_typed(sign_in, file):
    draft = written(
        sign_in, file, "incident", about=("Mirjam", "Dennis", "Jip"), body="He shouted.",
        forms=["threat", "witness_child"], severity="2", context=["breach_of_measure"], police_involved="no",
        by_ids=picks("by_ids", "Dennis"), against_ids=picks("against_ids", "Mirjam"),
        witnessed_by_ids=picks("witnessed_by_ids", "Jip"),
    )  # fmt: skip
    assert set(draft.data.forms) == {ViolenceForm.THREAT, ViolenceForm.WITNESS_CHILD}
    assert draft.data == IncidentData(
        forms=draft.data.forms,
        severity=2,
        by_ids=(file.party("Dennis"),),
        against_ids=(file.party("Mirjam"),),
        witnessed_by_ids=(file.party("Jip"),),
        context=(IncidentContext.BREACH_OF_MEASURE,),
        police_involved=False,
    )


def test_an_address_stands_as_it_was_typed(sign_in, file, clock):
    clock.set(amsterdam("2025-05-20T12:00"))  # while links run: their professionals can be named
    draft = written(
        sign_in, file, "address", at="2025-05-20T11:00", party_id=pick("party_id", "Mirjam"), use="shelter",
        text="Invented Lane 1",
        safe_contact="Text only", from_on="2025-05-01", until_on="2025-06-01", protected=True,
    )  # fmt: skip
    assert draft.data == AddressData(
        party_id=file.party("Mirjam"),
        use=AddressUse.SHELTER,
        text="Invented Lane 1",
        from_on=date(2025, 5, 1),
        until_on=date(2025, 6, 1),
        safe_contact="Text only",
    )
    assert (draft.protected, draft.disclosed_to, draft.category) == (True, (), Category.WHEREABOUTS)


def test_an_assessment_stands_as_it_was_typed(sign_in, file):
    fields = {"scores-0-name": "fear", "scores-0-value": "2,5", "about_id": pick("about_id", "Mirjam")}
    draft = written(sign_in, file, "assessment", instrument="own", instrument_version="3", level="high",
                    conclusion="Keep watch.", **fields)  # fmt: skip
    assert draft.data == AssessmentData(
        instrument="own",
        instrument_version="3",
        about_id=file.party("Mirjam"),
        scores={"fear": 2.5},
        level="high",
        conclusion="Keep watch.",
    )


def test_a_zrm_stands_with_the_domains_that_were_scored(sign_in, file):
    draft = written(sign_in, file, "assessment", query="?instrument=ZRM", about_id=pick("about_id", "Mirjam"),
                    finance="2", justice="5", level="T3")  # fmt: skip
    assert draft.data == AssessmentData(
        instrument="ZRM",
        instrument_version="2017",
        about_id=file.party("Mirjam"),
        scores={"finance": 2.0, "justice": 5.0},
        level="T3",
    )


def test_an_analysis_stands_with_the_next_number(sign_in, file):
    fields = {"triggers-0": "Money", "protective-0": "Grandmother"}
    draft = written(sign_in, file, "analysis", pattern="P", hypothesis="H", would_refute="R",
                    pattern_progress="3", **fields)  # fmt: skip
    assert draft.data == AnalysisData(
        analysis_version=3,
        pattern="P",
        triggers=("Money",),
        protective=("Grandmother",),
        hypothesis="H",
        would_refute="R",
        pattern_progress=3,
    )


def test_a_safety_plan_stands_with_its_agreements_in_order(sign_in, file):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/new/safety_plan")
    concerns, mirjam = (
        values_of(page, "concerns", "Mirjam"),
        value_of(page, "agreements-0-kept_by_id", "Mirjam"),
    )
    first = {
        "agreements-0-text": "Calls 112",
        "agreements-0-kept_by_id": mirjam,
        "agreements-0-status": "agreed",
    }
    grown = page.submit(button="Add an agreement", concerns=concerns, danger="Nights", goal="Sleep", **first)
    assert grown.status == 200
    second = {"agreements-1-text": "Sleeps over", "agreements-1-watched_by": "Greet",
              "agreements-1-check_on": "2026-12-01"}  # fmt: skip
    saved = grown.submit(button="Save", valid_until="2027-01-01", **second)
    assert saved.status == 200, saved.errors
    data = file.latest().draft.data
    assert isinstance(data, SafetyPlanData)
    assert data.agreements == (
        Agreement(text="Calls 112", kept_by_id=file.party("Mirjam"), status=AgreementStatus.AGREED),
        Agreement(text="Sleeps over", watched_by="Greet", check_on=date(2026, 12, 1)),
    )
    assert (data.danger, data.goal, data.valid_until) == ("Nights", "Sleep", date(2027, 1, 1))


def test_a_measure_stands_as_it_was_typed(sign_in, file):
    draft = written(
        sign_in, file, "measure", about=("Dennis",), measure="no_contact_order", from_at="2026-11-20T12:00",
        until_at="2026-12-20T12:01", against_id=pick("against_id", "Dennis"), authority="A judge",
        no_contact_with_ids=picks("no_contact_with_ids", "Mirjam"),
    )  # fmt: skip
    assert draft.data == MeasureData(
        measure=MeasureKind.NO_CONTACT_ORDER,
        from_at=amsterdam("2026-11-20T12:00"),
        until_at=amsterdam("2026-12-20T12:01"),
        against_id=file.party("Dennis"),
        no_contact_with_ids=(file.party("Mirjam"),),
        authority="A judge",
    )


def test_a_conference_stands_as_it_was_typed(sign_in, file):
    draft = written(sign_in, file, "conference", body="Talked.", attendee_ids=picks("attendee_ids", "Carolien Wit"),
                    **{"decisions-0": "Go on"})  # fmt: skip
    assert isinstance(draft.data, ConferenceData)
    assert (len(draft.data.attendee_ids), draft.data.decisions) == (1, ("Go on",))


def test_a_decision_stands_as_it_was_typed(sign_in, file):
    draft = written(sign_in, file, "decision", body="We go on.", decided_by="Ilse", until_on="1-3-2027")
    assert draft.data == DecisionData(decided_by="Ilse", until_on=date(2027, 3, 1))


def test_an_action_stands_as_it_was_typed(sign_in, file):
    draft = written(
        sign_in, file, "action", title="Debt plan",
        owner_organisation_id=pick("owner_organisation_id", "Politie, basisteam Oosterdelta"),
        owner_id=pick("owner_id", "Karin Boelens"), domain="finance", phase="recovery", due_on="2027-01-31",
        status="running", started_on="2026-11-20", fit="4",
    )  # fmt: skip
    assert draft.data == ActionData(
        title="Debt plan",
        owner_organisation_id=draft.data.owner_organisation_id,
        owner_id=draft.data.owner_id,
        domain="finance",
        phase=Phase.RECOVERY,
        due_on=date(2027, 1, 31),
        status=ActionStatus.RUNNING,
        started_on=date(2026, 11, 20),
        fit=4,
    )
    assert draft.data.owner_id is not None


def test_a_document_comes_out_as_it_went_in(sign_in, file):
    draft = written(sign_in, file, "document", body="A letter", upload=(PDF, "brief é.pdf"))
    assert isinstance(draft.data, DocumentData)
    assert (draft.data.filename, draft.data.media_type) == ("brief é.pdf", "application/pdf")
    answer = sign_in("ilse-brand").client.get(f"{CASE}/entries/{file.latest().id}/document")
    assert answer.data == PDF
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"brief _.pdf\"; filename*=UTF-8''brief%20%C3%A9.pdf"
    )
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "ETag" not in answer.headers


STORY = (
    "r01-incident", "r01-rihg", "r01-home-ban", "r02-address-dennis", "r02-report", "r03-intake",
    "r04-voice-mirjam", "r06-safety-plan-v1", "r09-conference", "r09-act-conditions", "r10-signal-street",
    "r11-contact-mirjam", "r12-address-shelter-mirjam", "r13-letter", "r15-analysis-v1", "r05-alcohol",
    "r18-supervision",
)  # fmt: skip


def test_an_entry_that_is_saved_unchanged_says_what_it_said(sign_in, file):
    director = sign_in("ilse-brand", "en")
    for key in STORY:
        before = file.by_key(key)
        page = director.get(f"{CASE}/entries/{before.id}/edit").submit(button="Save")
        assert "/edit" not in page.url, (key, page.errors)
        after = file.by_key(key)
        assert after.version == before.version + 1
        assert _sorted(after.draft) == _sorted(before.draft)


def _sorted(draft):
    """A draft whose parties and users stand in one order: they are sets."""
    return {
        name: sorted(value, key=str) if isinstance(value, tuple) and name != "decisions" else value
        for part in (draft, draft.data)
        for name, value in vars(part).items()
        if name != "data"
    }


def test_a_new_address_is_protected_unless_the_tick_is_taken_away(sign_in, file):
    visitor = sign_in("ilse-brand", "en")
    page = visitor.get(f"{CASE}/entries/new/address")
    folded = {one.get("name") for fold in page.root.find_all("details") for one in fold.find_all("input")}
    assert "protected" not in folded
    assert "A new address is protected unless you take the tick away." in page.text
    place = {"text": "Duinstraat 4", "use": "shelter", "party_id": value_of(page, "party_id", "Mirjam")}
    concerns = values_of(page, "concerns", "Mirjam")
    page.submit(**place, concerns=concerns)
    assert file.latest().draft.protected
    edit = visitor.get(f"{CASE}/entries/{file.latest().id}/edit")
    edit.submit(button="Save", protected=False)
    assert not file.latest().draft.protected
    again = visitor.get(f"{CASE}/entries/{file.latest().id}/edit")
    assert "protected" not in again.values(again.form_with("protected")), "what stands is shown as it stands"
