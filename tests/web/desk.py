"""A page with one form, for tests of what holds for every form."""

from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template_string, request, url_for
from wtforms import BooleanField, FileField, StringField, TextAreaField
from wtforms.validators import InputRequired

from caseflow import models
from caseflow.web.forms import Form
from caseflow.web.session import session
from caseflow.web.viewer import current_actor

bp = Blueprint("desk", __name__)
PAGE = """
{% extends "base.html" %}
{% from "components/field.html" import field %}
{% from "components/form.html" import form_page, post_button %}
{% from "components/button.html" import button %}
{% block title %}Desk{% endblock %}
{% block content %}<h1>Desk</h1>
{% call form_page(form, upload=true) %}{{ field(form.heading) }}{{ field(form.body) }}{{ field(form.urgent) }}
{{ field(form.attachment) }}{{ button("Bewaar") }}{% endcall %}
{{ post_button("Stempel", url_for("desk.stamp")) }}
{% endblock %}
"""


class NoteForm(Form):
    """A note."""

    heading = StringField("Kop")
    body = TextAreaField("Tekst", [InputRequired("Schrijf iets")])
    urgent = BooleanField("Spoed")
    attachment = FileField("Bijlage")


@bp.route("/desk", methods=["GET", "POST"])
def desk():
    form = NoteForm()
    if form.validate_on_submit():
        return save(form.body.data)
    return render_template_string(PAGE, form=form), 422 if form.errors else 200


@bp.post("/desk/stamp")
def stamp():
    return save("Stempel")


@bp.post("/desk/rejected")
def rejected():
    save(request.form["body"])
    return render_template_string(PAGE, form=NoteForm()), 409


def save(body):
    actor = current_actor()
    session().add(models.Team(key=f"note-{uuid4()}", organisation_id=actor.organisation_id, name=body))
    session().flush()
    flash("Bewaard", "ok")
    return redirect(url_for("desk.desk"), 303)
