"""Where these pages stand: in a case, and apart from every case."""

from flask import Blueprint

bp = Blueprint("asked", __name__, url_prefix="/cases/<reference>")
asking = Blueprint("asking", __name__)
