"""Dutch and English: which one a reader gets, and where the texts come from.

English is in the code. Every slice keeps its Dutch in a catalogue of its own, translations/nl/LC_MESSAGES/<slice>.po;
they are read at the first page and kept, so nothing needs compiling.
"""

from functools import cache, cached_property
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, request
from flask import session as cookie
from flask_babel import Babel, Domain, get_locale

from caseflow.web.viewer import viewer

LOCALES = ("nl", "en")
CATALOGUES = Path(__file__).resolve().parent.parent / "translations"


class Catalogues(Domain):  # type: ignore[misc]  # flask-babel has no types
    """All catalogues of a language, as one."""

    def get_translations(self) -> NullTranslations:
        """Return the texts in the reader's language."""
        locale = get_locale()
        return translations(locale.language) if locale else NullTranslations()


class CatalogueBabel(Babel):  # type: ignore[misc]  # flask-babel has no types
    """Flask-Babel with our catalogues instead of one compiled file."""

    @cached_property
    def domain_instance(self) -> Catalogues:
        """Return where texts come from."""
        return Catalogues()


@cache
def translations(language: str) -> NullTranslations:
    """Read the catalogues of a language; English has none and needs none."""
    merged: NullTranslations = NullTranslations()
    for file in sorted((CATALOGUES / language / "LC_MESSAGES").glob("*.po")):
        compiled = BytesIO()
        with file.open("rb") as source:
            write_mo(compiled, read_po(source, locale=language))
        compiled.seek(0)
        read = Translations(compiled, domain="messages")
        merged = read if not isinstance(merged, Translations) else merged.merge(read)
    return merged


def init_app(app: Flask, default: str) -> None:
    """Give an application its languages."""

    def chosen() -> str:
        found = viewer()
        own = found.locale if found is not None else cookie.get("locale")
        if own in LOCALES:
            return str(own)
        return request.accept_languages.best_match(LOCALES) or default

    CatalogueBabel(
        app,
        default_locale=default,
        default_timezone="Europe/Amsterdam",
        locale_selector=chosen,
    )
