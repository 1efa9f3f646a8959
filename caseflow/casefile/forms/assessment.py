"""Writing down an assessment: with any instrument, or with the ZRM."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FormField
from wtforms.validators import StopValidation

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import LongLine, Scale, Score
from caseflow.casefile.forms.rows import Row, Rows
from caseflow.casefile.instruments import ZRM, ZRM_DOMAINS, ZRM_VERSION
from caseflow.casefile.kinds import AssessmentData, Data
from caseflow.models.vocabulary import Category, EntryKind
from caseflow.web.fields import Needed, Paragraph, Pick
from caseflow.web.labels.measuring import LIFE_DOMAINS

ZRM_LEVELS = (
    (1, _l("1 – acute problem")),
    (2, _l("2 – not self-sufficient")),
    (3, _l("3 – limited")),
    (4, _l("4 – sufficient")),
    (5, _l("5 – fully")),
)


class ScoreRow(Row):
    """One score."""

    name = LongLine(_l("Part"))
    value = Score(_l("Score"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that a score has a name, and a name a score."""
        fits = bool(super().validate(extra_validators))
        if fits and self.name.data and self.value.data is None:
            self.value.errors = [str(_l("Fill in the score."))]
            return False
        if fits and self.value.data is not None and not self.name.data:
            self.name.errors = [str(_l("Fill in what this score is for."))]
            return False
        return fits


class Scores(Rows):
    """Scores by name."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(FormField(ScoreRow, label), label, validators=[_names_differ], **options)

    @property
    def typed(self) -> dict[str, float]:
        """The scores that were typed."""
        typed = (row.form for row in self.entries)
        return {
            row.name.data: row.value.data for row in typed if row.name.data and row.value.data is not None
        }


def _names_differ(_form: Any, rows: Scores) -> None:
    """Refuse two scores of one name: say so at the second.

    Raises:
        StopValidation: there are.
    """
    names = [row.form.name.data for row in rows.entries]
    for position, row in enumerate(rows.entries):
        if names[position] and names[position] in names[:position]:
            text = str(_l("Two scores have the same name. Give each its own."))
            row.form.name.errors = [text]
            raise StopValidation(text)


class AnyAssessment(EntryForm):
    """What an instrument or an assessor found about one party."""

    kind = EntryKind.ASSESSMENT
    default_category = Category.ANALYSIS
    parties = ("about_id",)

    instrument_version = LongLine(_l("Version"))
    about_id = Pick(_l("About whom?"), [Needed(_l("Choose about whom it is."))])
    level = LongLine(_l("Level or measurement"))
    conclusion = Paragraph(_l("Conclusion"))
    body = Paragraph(_l("On what is it based?"))


class AssessmentForm(AnyAssessment):
    """With any instrument: scores by name."""

    instrument = LongLine(_l("Which instrument?"), [Needed(_l("Fill in the name of the instrument."))])
    scores = Scores(_l("Scores"))

    @classmethod
    def shown(cls, data: Data) -> dict[str, Any]:
        """Return the scores as rows."""
        shown = super().shown(data)
        scores: Mapping[str, float] = shown["scores"]
        return shown | {"scores": [{"name": name, "value": value} for name, value in scores.items()]}


class ZrmForm(AnyAssessment):
    """The self-sufficiency matrix: thirteen domains, each 1 to 5."""

    @classmethod
    def shown(cls, data: Data) -> dict[str, Any]:
        """Return the score of each domain."""
        shown = super().shown(data)
        scores: Mapping[str, float] = shown.pop("scores")
        return shown | {name: int(score) for name, score in scores.items()}

    @classmethod
    def fits(cls, data: Data) -> bool:
        """Whether an assessment that stands can be shown on this form without losing anything."""
        if not isinstance(data, AssessmentData) or data.instrument != ZRM:
            return False
        steps = {step for step, _words in ZRM_LEVELS}
        return data.scores.keys() <= set(ZRM_DOMAINS) and steps.issuperset(data.scores.values())

    def facts(self) -> Data:
        """Return the assessment, with the domains that were scored."""
        scored = {name: self[name].data for name in ZRM_DOMAINS}
        return AssessmentData(
            instrument=ZRM,
            instrument_version=self.instrument_version.data,
            about_id=self.about_id.data,
            scores={name: float(score) for name, score in scored.items() if score is not None},
            level=self.level.data,
            conclusion=self.conclusion.data,
        )

    @property
    def domains(self) -> list[Any]:
        """The fields of the domains, in the order of the instrument."""
        return [self[name] for name in ZRM_DOMAINS]


for _domain in ZRM_DOMAINS:
    setattr(ZrmForm, _domain, Scale(LIFE_DOMAINS[_domain], ZRM_LEVELS))

NEW_ZRM = {"instrument_version": ZRM_VERSION}
"""What a new ZRM starts with."""
