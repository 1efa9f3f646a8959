"""Adding a document."""

from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import FileField

from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.files import cleaned_name, to_base64, type_of
from caseflow.casefile.forms.choices import Choices
from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.kinds import Data, DocumentData
from caseflow.models.vocabulary import Category, EntryKind
from caseflow.web.fields import Paragraph


class DocumentForm(EntryForm):
    """A file."""

    kind = EntryKind.DOCUMENT
    default_category = Category.CARE
    kept: DocumentData | None = None

    upload = FileField(_l("File"))
    body = Paragraph(_l("What is it?"))

    @classmethod
    def of(cls, draft: EntryDraft, choices: Choices) -> Self:
        """Return the form for a document that stands, which keeps its file when no other is chosen."""
        form = super().of(draft, choices)
        form.kept = draft.data if isinstance(draft.data, DocumentData) else None
        return form

    @classmethod
    def shown(cls, _data: Data) -> dict[str, Any]:
        """Return nothing: a browser does not let a file be filled in."""
        return {}

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that there is a file, of a type that is taken."""
        fits = bool(super().validate(extra_validators))
        name = self._chosen_name()
        if name and type_of(name) is not None:
            return fits
        if name:
            self.upload.errors = [str(NOT_TAKEN)]
        elif self.kept is None:
            self.upload.errors = [str(_l("Choose a file."))]
        return fits and not self.upload.errors

    def facts(self) -> Data:
        """Return the file that was chosen, or the one that is kept."""
        name = self._chosen_name()
        if not name and self.kept is not None:
            return DocumentData(filename=self.kept.filename, media_type=self.kept.media_type, content=None)
        content = to_base64(self.upload.data.read())
        return DocumentData(filename=name, media_type=type_of(name) or "", content=content)

    def _chosen_name(self) -> str:
        return cleaned_name(getattr(self.upload.data, "filename", None))


NOT_TAKEN = _l(
    "This kind of file cannot be added. Choose a PDF, image, Word, Excel, OpenDocument or text file."
)
"""Said of a file by its name, and of one whose content is not what its name says."""
