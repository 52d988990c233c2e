#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks for every chart's data as the role that looks at it, with the filters its dashboard starts with.

    check_charts.py BASE_URL [CHART ...]

Fails unless every chart answers, with rows but for those that are named (as their names end), a guest of one seller gets that seller's rows and no other's, and nobody
reads a dataset of another role. Passwords and the guests' secret as in bootstrap.py and superset_config.py.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
import urllib.error
import urllib.request
import uuid

MARKETPLACE = "demo"
GUEST_DASHBOARD = "seller-margin"
ROLE_BY_DASHBOARD = {
    GUEST_DASHBOARD: "seller",
    "supplier-reliability": "supplier_analyst",
    "category-rankings": "category_manager",
    "intake": "category_manager",
}
GUEST_SECRET = os.environ.get("SOURCELENS_SUPERSET_GUEST_SECRET", "development-only-secret-of-guests-32-bytes")
GUEST_AUDIENCE = "sourcelens-superset"


class Superset:
    """One caller: its address and the header that says who it is."""

    def __init__(self, base_url, headers=None):
        self.base_url = base_url.rstrip("/")
        self.headers = headers or {}

    def call(self, path, body=None):
        """Status and answer; an answer that is no success is no error here."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", **self.headers}
        request = urllib.request.Request(f"{self.base_url}{path}", data, headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")

    def get(self, path):
        status, answer = self.call(path)
        if status != 200:
            raise SystemExit(f"Cannot read {path}: HTTP {status} {answer}")
        return answer["result"]

    def login(self, user):
        password = os.environ.get(f"SOURCELENS_SUPERSET_{user.upper()}_PASSWORD", user)
        body = {"username": user, "password": password, "provider": "db"}
        status, answer = self.call("/api/v1/security/login", body)
        if status != 200:
            raise SystemExit(f"Cannot log in as {user}: HTTP {status} {answer}; was bootstrap.sh run?")
        return Superset(self.base_url, {"Authorization": f"Bearer {answer['access_token']}"})

    def guest(self, dashboard, seller):
        """A token as the serving API signs it: one rule without a dataset, which holds for every dataset."""
        now = int(time.time())
        claims = {
            "user": {"username": f"seller {seller}"},
            "resources": [{"type": "dashboard", "id": str(uuid.uuid5(uuid.UUID(dashboard["uuid"]), "embedded"))}],
            "rls_rules": [{"clause": f"marketplace = '{MARKETPLACE}' AND seller_id = '{seller}'"}],
            "iat": now,
            "exp": now + 600,
            "aud": GUEST_AUDIENCE,
            "type": "guest",
        }
        return Superset(self.base_url, {"X-GuestToken": sign(claims)})


def sign(claims):
    def encoded(value):
        return base64.urlsafe_b64encode(value).rstrip(b"=").decode()

    head = encoded(json.dumps({"alg": "HS256", "typ": "JWT"}).encode()) + "." + encoded(json.dumps(claims).encode())
    return head + "." + encoded(hmac.new(GUEST_SECRET.encode(), head.encode(), hashlib.sha256).digest())


def dashboards(admin):
    listed = {entry["slug"]: entry["id"] for entry in admin.get("/api/v1/dashboard/?q=(page_size:100)")}
    missing = set(ROLE_BY_DASHBOARD) - set(listed)
    if missing:
        raise SystemExit(f"Cannot check dashboards {sorted(missing)}: they are not there; was bootstrap.sh run?")
    return {slug: admin.get(f"/api/v1/dashboard/{listed[slug]}") for slug in ROLE_BY_DASHBOARD}


def charts(admin, dashboard):
    listed = admin.get(f"/api/v1/dashboard/{dashboard['id']}/charts")
    return [{"id": entry["id"], **admin.get(f"/api/v1/chart/{entry['id']}")} for entry in listed]


def starting_filters(dashboard, chart_id):
    """What the dashboard's filters are set to when it is opened, for those that reach the chart."""
    metadata = json.loads(dashboard["json_metadata"])
    return [
        clause
        for native in metadata["native_filter_configuration"]
        if chart_id not in native["scope"]["excluded"]
        for clause in native["defaultDataMask"]["extraFormData"].get("filters", [])
    ]


def payload(dashboard, chart):
    if not chart["query_context"]:
        raise SystemExit(f"Cannot check chart {chart['slice_name']}: it has no saved query")
    context = json.loads(chart["query_context"])
    for query in context["queries"]:
        query["filters"] = query.get("filters", []) + starting_filters(dashboard, chart["id"])
    return {
        "datasource": context["datasource"],
        "queries": context["queries"],
        "form_data": {"slice_id": chart["id"], "dashboardId": dashboard["id"]},
        "result_format": "json",
        "result_type": "full",
        "force": True,
    }


def ask(caller, dashboard, body):
    started = time.monotonic()
    status, answer = caller.call(f"/api/v1/chart/data?dashboard_id={dashboard['id']}", body)
    rows = answer["result"][0]["data"] if status == 200 else []
    return status, rows, int((time.monotonic() - started) * 1000), answer


def column_query(datasource, column, metric, filters=()):
    """A query that no chart has: what a curious caller might send."""
    query = {"columns": [column], "metrics": [metric], "filters": list(filters), "orderby": [[metric, False]], "row_limit": 1000}
    return {"datasource": datasource, "queries": [query], "result_format": "json", "result_type": "full", "force": True}


def two_sellers(admin, dashboard, datasource):
    filters = [{"col": "marketplace", "op": "==", "val": MARKETPLACE}]
    status, rows, _, answer = ask(admin, dashboard, column_query(datasource, "seller_id", "n_order_lines", filters))
    if status != 200 or len(rows) < 2:
        raise SystemExit(f"Cannot check tenancy: fewer than two sellers have rows (HTTP {status}, {answer})")
    return {row["seller_id"]: row["n_order_lines"] for row in rows[:2]}


class Report:
    def __init__(self):
        self.failures = 0
        print(f"{'as':<18} {'rows':>5} {'ms':>6}  {'':<4} what")

    def line(self, who, what, rows, milliseconds, problem=None):
        self.failures += problem is not None
        print(f"{who:<18} {rows:>5} {milliseconds:>6}  {'FAIL' if problem else 'ok':<4} {what}{f': {problem}' if problem else ''}")


def check_dashboard(report, admin, caller, who, dashboard, may_be_empty):
    for chart in charts(admin, dashboard):
        status, rows, milliseconds, answer = ask(caller, dashboard, payload(dashboard, chart))
        problem = None
        if status != 200:
            problem = f"HTTP {status} {answer}"
        elif not rows and not chart["slice_name"].endswith(may_be_empty):
            problem = "no rows"
        report.line(who, chart["slice_name"], len(rows), milliseconds, problem)


def check_tenancy(report, admin, dashboard, datasource, sellers):
    """The whole of one's own, nothing of another's, in whatever form it is asked for."""
    chart = charts(admin, dashboard)[0]
    for seller, order_lines in sellers.items():
        other = next(name for name in sellers if name != seller)
        guest = admin.guest(dashboard, seller)
        own = {"form_data": {"slice_id": chart["id"], "dashboardId": dashboard["id"]}}
        body = {**column_query(datasource, "seller_id", "n_order_lines"), **own}
        status, rows, milliseconds, _ = ask(guest, dashboard, body)
        seen = {row["seller_id"]: row["n_order_lines"] for row in rows}
        # Superset may refuse a query that no chart has; if it does not, the rule must hold in it.
        problem = None if status == 403 or seen == {seller: order_lines} else f"HTTP {status}, sees {seen}"
        report.line("seller (guest)", f"seller {seller} asks for all sellers' rows (HTTP {status})", len(rows), milliseconds, problem)

        filters = [{"col": "seller_id", "op": "==", "val": other}]
        body = {**column_query(datasource, "seller_id", "n_order_lines", filters), **own}
        status, rows, milliseconds, _ = ask(guest, dashboard, body)
        report.line("seller (guest)", f"seller {seller} asks for seller {other}'s rows (HTTP {status})", len(rows), milliseconds, "sees them" if rows else None)

        totals = payload_by_name(admin, dashboard, "n_order_lines")
        status, rows, milliseconds, _ = ask(guest, dashboard, totals)
        total = rows[0]["n_order_lines"] if rows else None
        problem = None if total == order_lines else f"{total} order lines instead of {order_lines}"
        report.line("seller (guest)", f"seller {seller} sees its own {order_lines} order lines", len(rows), milliseconds, problem)


def payload_by_name(admin, dashboard, metric):
    for chart in charts(admin, dashboard):
        context = json.loads(chart["query_context"])
        if context["queries"][0]["metrics"] == [metric]:
            return payload(dashboard, chart)
    raise SystemExit(f"Cannot check tenancy: no chart of {metric} alone")


def check_refusals(report, base, all_dashboards, datasource):
    dashboard = all_dashboards[GUEST_DASHBOARD]
    for role in ("supplier_analyst", "category_manager"):
        status, rows, milliseconds, _ = ask(base.login(role), dashboard, column_query(datasource, "seller_id", "n_order_lines"))
        problem = None if status in (401, 403) else f"HTTP {status}"
        report.line(role, "is refused the sellers' margins", len(rows), milliseconds, problem)


def main(base_url, may_be_empty):
    base = Superset(base_url)
    admin = base.login("admin")
    all_dashboards = dashboards(admin)
    own = all_dashboards[GUEST_DASHBOARD]
    datasource = json.loads(charts(admin, own)[0]["query_context"])["datasource"]
    sellers = two_sellers(admin, own, datasource)
    report = Report()
    for slug, role in ROLE_BY_DASHBOARD.items():
        guest = role == "seller"
        caller = admin.guest(own, next(iter(sellers))) if guest else base.login(role)
        check_dashboard(report, admin, caller, "seller (guest)" if guest else role, all_dashboards[slug], may_be_empty)
    check_tenancy(report, admin, own, datasource, sellers)
    check_refusals(report, base, all_dashboards, datasource)
    print(f"{report.failures} failures" if report.failures else "all charts answer, to those who may see them")
    return 1 if report.failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit("usage: check_charts.py BASE_URL [CHART ...]")
    sys.exit(main(sys.argv[1], tuple(sys.argv[2:])))
