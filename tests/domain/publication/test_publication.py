"""What is published names its policy and plan, and shows nobody who had not consented."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.matter import MATTER_CLOSED_ALREADY, NO_SUCH_MATTER
from domain.base.mend import CORRECTION_INVALID
from domain.outreach import rules as outreach
from domain.publication import rules
from tests.domain.consent.examples import CONSENT, OTHER, agreed, withdrawn
from tests.domain.engagement.examples import ENGAGEMENT, inquired
from tests.domain.outreach.examples import (
    GRANT,
    IN_FORCE,
    PLAN,
    POLICY,
    added,
    dropped,
    planned,
    superseded,
)
from tests.domain.publication.examples import (
    change,
    changed,
    close,
    closed,
    correct,
    corrected,
    publish,
    published,
    respond,
    responded,
    retitle,
    shows,
    take_down,
    taken_down,
    void,
    voided,
)
from tests.given import given

PHOTO = [shows("photo")]
UNDER_POLICY = given().seeing(POLICY, *IN_FORCE)


def test_what_is_published_has_a_number_and_a_programme_of_its_own() -> None:
    """And is recorded once."""
    UNDER_POLICY.when(publish()).then(published())
    given(published()).seeing(POLICY, *IN_FORCE).when(publish()).refused(rules.PUBLISHED_ALREADY)
    UNDER_POLICY.when(publish(programme="common")).refused(outreach.NEEDS_PROGRAMME)


def test_the_version_of_the_policy_is_looked_up_for_the_day() -> None:
    """From the first day of a version until the day before it ceases."""
    over = given().seeing(POLICY, *IN_FORCE, superseded("2024-12-01"))
    over.when(publish("2024-06-01")).then(published("2024-06-01", policy=1))
    over.when(publish("2024-11-30")).then(published("2024-11-30", policy=1))
    over.when(publish("2024-05-31")).refused(rules.NO_POLICY)
    over.when(publish("2024-12-01")).refused(rules.NO_POLICY)
    given().when(publish()).refused(rules.NO_POLICY)


def test_what_is_published_already_is_recorded_as_a_fact() -> None:
    """Without policy and without consent: refusing it would only hide it."""
    fact: dict[str, Any] = {"as_fact": True}
    given().when(publish(shown=PHOTO, **fact)).then(published(shown=PHOTO, policy=None, **fact))
    given(published()).when(change("2024-11-02", PHOTO, **fact)).then(
        changed("2024-11-02", PHOTO, **fact)
    )


def test_an_item_stands_in_the_plan_on_the_day() -> None:
    """From the day on which it was added until it is dropped."""
    seen = UNDER_POLICY.seeing(
        PLAN, planned("2024-05-01"), added("2024-10-01"), dropped("2024-12-01")
    )
    of_plan: dict[str, Any] = {"plan_year": 2024, "item": 1}
    for on in ("2024-10-01", "2024-11-30"):
        seen.when(publish(on, **of_plan)).then(published(on, **of_plan))
    seen.when(publish("2024-09-30", **of_plan)).refused(outreach.NO_SUCH_ITEM)
    seen.when(publish("2024-12-01", **of_plan)).refused(outreach.NO_SUCH_ITEM)
    seen.when(publish("2024-11-01", plan_year=2024, item=2)).refused(outreach.NO_SUCH_ITEM)
    UNDER_POLICY.when(publish(**of_plan)).refused(outreach.NO_SUCH_ITEM)
    with pytest.raises(ValidationError, match="with the fiscal year of its plan"):
        publish(item=1)


def test_nobody_is_shown_without_a_consent_in_force_on_the_day() -> None:
    """The day before it is given, and the day on which it is withdrawn, are without one."""
    seen = UNDER_POLICY.seeing(CONSENT, agreed("2024-07-01"), withdrawn("2024-09-01"))
    for on in ("2024-07-01", "2024-08-31"):
        seen.when(publish(on, PHOTO)).then(published(on, PHOTO))
    seen.when(publish("2024-06-30", PHOTO)).refused(rules.NO_CONSENT)
    seen.when(publish("2024-09-01", PHOTO)).refused(rules.NO_CONSENT)
    UNDER_POLICY.when(publish(shown=PHOTO)).refused(rules.NO_CONSENT)
    UNDER_POLICY.seeing(CONSENT, agreed("2024-07-01")).when(
        publish(shown=[shows("photo", "name")])
    ).refused(rules.NO_CONSENT)
    UNDER_POLICY.seeing(CONSENT, agreed("2024-07-01", person=OTHER)).when(
        publish(shown=PHOTO)
    ).refused(rules.NO_CONSENT)


def test_whoever_is_shown_is_looked_up_and_cannot_be_left_out() -> None:
    """Each person's consent for each part, and the policy and the plan besides."""
    asked = publish(shown=[shows("name", "photo")], plan_year=2024, item=1)
    kinds = [kind for kind, _ in asked.looks_at()]
    assert kinds == ["outreach-policy", "outreach-plan", "consent", "consent"]
    assert {key for kind, key in asked.looks_at() if kind == "outreach-policy"} == {GRANT}
    assert [kind for kind, _ in change("2024-11-02", PHOTO).looks_at()] == ["consent"]


def test_each_person_and_part_is_named_once() -> None:
    """And only what publicity can show."""
    with pytest.raises(ValidationError, match="each person is named once"):
        publish(shown=[shows("photo"), shows("name")])
    for scopes in (("photo", "photo"), ("whole",)):
        with pytest.raises(ValidationError, match="name, photo or story"):
            publish(shown=[shows(*scopes)])


def test_a_change_says_whom_it_shows_from_then_on() -> None:
    """It too needs their consent, for its own day."""
    seen = given(published("2024-11-01")).seeing(CONSENT, agreed("2024-11-10"))
    seen.when(change("2024-11-10", PHOTO)).then(changed("2024-11-10", PHOTO))
    seen.when(change("2024-11-09", PHOTO)).refused(rules.NO_CONSENT)
    seen.when(change("2024-11-01")).then(changed("2024-11-01"))
    seen.when(change("2024-10-31")).refused(rules.BEFORE_PUBLICATION)
    gone = given(published("2024-11-01"), taken_down("2024-12-01"))
    gone.when(change("2024-11-30")).then(changed("2024-11-30"))
    gone.when(change("2024-12-01")).refused(rules.WITHDRAWN)


def test_a_change_of_the_title_alone_leaves_whoever_is_shown() -> None:
    """As on its own day, consent or not: a withdrawn one is listed to be taken down."""
    gone = given(published("2024-11-01", PHOTO), changed("2024-12-01"))
    gone.when(retitle("2024-11-10")).then(changed("2024-11-10", PHOTO, title="改めた題"))
    gone.when(retitle("2024-12-10")).then(changed("2024-12-10", title="改めた題"))
    given(published("2024-11-01", PHOTO)).when(change("2024-11-10")).then(changed("2024-11-10"))
    as_fact = published("2024-11-01", PHOTO, as_fact=True)
    given(as_fact).when(retitle("2024-11-10")).then(
        changed("2024-11-10", PHOTO, title="改めた題", as_fact=True)
    )


def test_it_is_taken_down_once() -> None:
    """From the day of its publication on."""
    given(published("2024-11-01")).when(take_down("2024-11-01")).then(taken_down("2024-11-01"))
    given(published("2024-11-01")).when(take_down("2024-10-31")).refused(rules.BEFORE_PUBLICATION)
    gone = given(published("2024-11-01"), taken_down("2024-12-01"))
    gone.when(take_down("2024-12-02")).refused(rules.WITHDRAWN)


def test_what_was_changed_later_was_not_taken_down_before() -> None:
    """Neither by an entry nor by what mends one; a response may come whenever it comes."""
    stands = given(published("2024-11-01"), changed("2024-11-20"), responded("2025-01-10"))
    stands.when(take_down("2024-11-21")).then(taken_down("2024-11-21"))
    stands.when(take_down("2024-11-20")).refused(rules.CHANGED_LATER)
    gone = given(published("2024-11-01"), changed("2024-11-20"), taken_down("2024-12-01"))
    gone.when(correct(3, effective_on="2024-11-21")).then(
        corrected("2025-06-01", 3, effective_on="2024-11-21")
    )
    gone.when(correct(3, effective_on="2024-11-20")).refused(rules.CHANGED_LATER)
    gone.when(correct(2, effective_on="2024-12-01")).refused(rules.CHANGED_LATER)


def test_responses_become_known_after_a_taking_down_too() -> None:
    """An inquiry for work can name the order that it led to."""
    gone = given(published("2024-11-01"), taken_down("2024-12-01"))
    gone.when(respond("2024-12-31")).then(responded("2024-12-31"))
    gone.when(respond("2024-10-31")).refused(rules.BEFORE_PUBLICATION)
    asked = given(published("2024-05-01")).seeing(ENGAGEMENT, inquired("2024-06-01"))
    asked.when(respond("2024-06-01", "inquiry", ENGAGEMENT)).then(
        responded("2024-06-01", "inquiry", engagement=ENGAGEMENT)
    )
    asked.when(respond("2024-05-31", "inquiry", ENGAGEMENT)).refused(rules.NO_SUCH_ENGAGEMENT)
    given(published()).when(respond("2024-11-02", "inquiry", ENGAGEMENT)).refused(
        rules.NO_SUCH_ENGAGEMENT
    )
    with pytest.raises(ValidationError, match="only an inquiry"):
        respond("2024-06-01", "view", ENGAGEMENT)


def test_a_matter_is_closed_once_by_a_person() -> None:
    """Of the entry that shows somebody, or was published without a policy; of nothing else."""
    shown = given(published("2024-11-01", PHOTO), changed("2024-11-05"))
    shown.when(close("2024-11-02")).then(closed("2024-11-02"))
    shown.when(close("2024-10-31")).refused(NO_SUCH_MATTER)
    shown.when(close("2024-11-06", concerns=2)).refused(NO_SUCH_MATTER)
    shown.when(close("2024-11-06", check="outreach-policy-in-force")).then(
        closed("2024-11-06", check="outreach-policy-in-force")
    )
    given(published(shown=PHOTO), closed("2024-11-02")).when(close("2024-11-03")).refused(
        MATTER_CLOSED_ALREADY
    )


def test_what_was_recorded_wrongly_is_put_right() -> None:
    """But it keeps its number, and its policy is the one of its day."""
    given(published()).when(correct(1, channel="newsletter")).then(
        corrected("2025-06-01", 1, channel="newsletter")
    )
    given(published()).when(correct(1, number="P-9")).refused(CORRECTION_INVALID)
    given(published()).when(correct(1, policy_version=2)).refused(CORRECTION_INVALID)
    gone = given(published("2024-11-01"), taken_down("2024-12-01"), changed("2024-11-30"))
    gone.when(correct(3, effective_on="2024-12-01")).refused(rules.WITHDRAWN)
    gone.when(correct(1, effective_on="2024-11-15")).then(
        corrected("2025-06-01", 1, effective_on="2024-11-15")
    )


def test_what_never_was_is_voided() -> None:
    """A taking down too, and then it stands published."""
    gone = given(published("2024-11-01"), taken_down("2024-12-01"))
    gone.when(void(2)).then(voided("2025-06-01", 2))
    twice = given(
        published("2024-11-01"),
        taken_down("2024-12-01"),
        voided("2024-12-02", 2),
        taken_down("2024-12-10"),
    )
    twice.when(take_down("2024-12-11")).refused(rules.WITHDRAWN)
