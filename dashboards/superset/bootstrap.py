# SPDX-License-Identifier: Apache-2.0
"""Metadata schema, roles, users and assets of Superset, in one process, because starting Superset is the slow part.

Environment: SOURCELENS_SUPERSET_DATABASE_URL, SOURCELENS_CLICKHOUSE_URL, passwords SOURCELENS_SUPERSET_<USER>_PASSWORD
(admin, supplier_analyst, category_manager) and SOURCELENS_CLICKHOUSE_<USER>_PASSWORD (superset_analyst,
superset_seller); each is the user's name unless given.
"""

import hashlib
import json
import os
import re
import sys
import uuid
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg2
import yaml

HERE = Path(__file__).resolve().parent
ASSETS = HERE / "assets"
FOLDERS = ("databases", "datasets", "charts", "dashboards")

# What a guest needs to see one embedded dashboard, and nothing more.
GUEST_PERMISSIONS = [
    ("can_read", "Chart"),
    ("can_read", "Dashboard"),
    ("can_read", "Dataset"),
    ("can_read", "EmbeddedDashboard"),
    ("can_read", "CssTemplate"),
    ("can_read", "Theme"),
    ("can_read", "CurrentUserRestApi"),
    ("can_read", "DashboardFilterStateRestApi"),
    ("can_write", "DashboardFilterStateRestApi"),
    ("can_dashboard", "Superset"),
    ("can_explore_json", "Superset"),
    ("can_log", "Superset"),
    ("can_get_embedded", "Dashboard"),
    ("can_time_range", "Api"),
    ("can_query", "Api"),
    ("can_query_form_data", "Api"),
]
# Datasets that each role reads, by table name in the database of the analysts.
ROLES = {
    "supplier_analyst": ["supplier_scorecard", "supplier_score", "supplier_score_component"],
    "category_manager": [
        "best_sellers",
        "sku_sales",
        "supplier_scorecard",
        "supplier_score",
        "supplier_score_component",
        "intake_candidate",
        "intake_cohort",
        "delist",
        "alternative",
    ],
}
EMBEDDED_DASHBOARD = "seller-margin"


def say(event, **fields):
    print(json.dumps({"event": event, **fields}, ensure_ascii=False), flush=True)


def password(kind, user):
    return os.environ.get(f"SOURCELENS_{kind}_{user.upper()}_PASSWORD", user)


def metadata_url():
    """For the driver alone, which does not know SQLAlchemy's way to name it (postgresql+psycopg2)."""
    from superset_config import SQLALCHEMY_DATABASE_URI

    return re.sub(r"^postgresql\+\w+:", "postgresql:", SQLALCHEMY_DATABASE_URI)


def clickhouse_address():
    url = os.environ.get("SOURCELENS_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:18123")
    address = urlsplit(re.sub(r"^jdbc:(clickhouse|ch)(:https?)?://", "http://", url))
    return f"{address.hostname}:{address.port or 8123}"


def wanted():
    """Checksum of all that decides the outcome: when it has not changed, there is nothing to do."""
    checksum = hashlib.sha256()
    files = [HERE / "requirements.lock", HERE / "superset_config.py", HERE / "bootstrap.py", *ASSETS.rglob("*.yaml")]
    for file in sorted(files):
        checksum.update(str(file.relative_to(HERE)).encode() + file.read_bytes())
    users = [("SUPERSET", user) for user in ("admin", *ROLES)]
    users += [("CLICKHOUSE", user) for user in ("superset_analyst", "superset_seller")]
    checksum.update(repr([clickhouse_address(), *(password(*user) for user in users)]).encode())
    return checksum.hexdigest()


def create_database():
    address = urlsplit(metadata_url())
    name = address.path.lstrip("/")
    maintenance = psycopg2.connect(address._replace(path="/postgres").geturl())
    maintenance.autocommit = True
    with maintenance.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,))
        if not cursor.fetchone():
            cursor.execute(f'CREATE DATABASE "{name}"')
    maintenance.close()


def done():
    with psycopg2.connect(metadata_url()) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS sourcelens_bootstrap (checksum text NOT NULL)")
        cursor.execute("SELECT checksum FROM sourcelens_bootstrap")
        row = cursor.fetchone()
        return row and row[0]


def mark_done(checksum):
    with psycopg2.connect(metadata_url()) as connection, connection.cursor() as cursor:
        cursor.execute("DELETE FROM sourcelens_bootstrap")
        cursor.execute("INSERT INTO sourcelens_bootstrap VALUES (%s)", (checksum,))


def ensure_user(security, name, roles):
    roles = [security.find_role(role) for role in roles]
    user = security.find_user(username=name)
    if user is None:
        words = name.split("_")
        user = security.add_user(
            name, words[0].title(), words[-1].title(), f"{name}@sourcelens.invalid", roles, password("SUPERSET", name)
        )
    else:
        user.roles = roles
        security.update_user(user)
        security.reset_password(user.id, password("SUPERSET", name))
    if not user:
        raise SystemExit(f"Cannot create user {name}: see the log above")
    return user


def ensure_roles(security):
    guest = security.add_role("seller_guest")
    guest.permissions = [security.add_permission_view_menu(*permission) for permission in GUEST_PERMISSIONS]
    security.find_role("Public").permissions = []
    for role in ROLES:
        security.add_role(role)


def bundle():
    """The asset files as they are, with this installation's ClickHouse and passwords filled in."""
    contents = {"metadata.yaml": (ASSETS / "metadata.yaml").read_text()}
    for folder in FOLDERS:
        for file in sorted((ASSETS / folder).glob("*.yaml")):
            contents[f"{folder}/{file.name}"] = file.read_text()
    for name, text in list(contents.items()):
        if name.startswith("databases/"):
            contents[name] = with_address(text)
    return contents


def with_address(text):
    database = yaml.safe_load(text)
    uri = urlsplit(database["sqlalchemy_uri"])
    secret = quote(password("CLICKHOUSE", uri.username), safe="")
    database["sqlalchemy_uri"] = uri._replace(netloc=f"{uri.username}:{secret}@{clickhouse_address()}").geturl()
    return yaml.safe_dump(database, allow_unicode=True)


def grant_datasets(security, session, dataset_class):
    for name, tables in ROLES.items():
        role = security.find_role(name)
        datasets = session.query(dataset_class).filter(dataset_class.table_name.in_(tables)).all()
        role.permissions = [security.add_permission_view_menu("datasource_access", dataset.perm) for dataset in datasets]


def embed(session):
    from superset.models.dashboard import Dashboard
    from superset.models.embedded_dashboard import EmbeddedDashboard

    dashboard = session.query(Dashboard).filter_by(slug=EMBEDDED_DASHBOARD).one()
    # The same in every installation, so that those who sign guest tokens need not ask for it.
    stable = uuid.uuid5(dashboard.uuid, "embedded")
    if not session.query(EmbeddedDashboard).filter_by(uuid=stable).first():
        session.add(EmbeddedDashboard(uuid=stable, dashboard_id=dashboard.id, allow_domain_list=""))
    return str(stable)


def bootstrap():
    from superset.app import create_app

    app = create_app()
    with app.app_context():
        from flask_migrate import upgrade

        from superset import db, security_manager as security

        upgrade(directory=str(Path(sys.modules["superset"].__file__).parent / "migrations"))
        say("superset_metadata_migrated")
        from superset.commands.importers.v1.assets import ImportAssetsCommand
        from superset.connectors.sqla.models import SqlaTable
        from superset.extensions import appbuilder
        from superset.utils.core import override_user

        appbuilder.add_permissions(update_perms=True)
        security.sync_role_definitions()
        ensure_roles(security)
        admin = ensure_user(security, "admin", ["Admin"])
        for role in ROLES:
            ensure_user(security, role, ["Gamma", role])
        db.session.commit()
        say("superset_users_ready", users=["admin", *ROLES])
        with override_user(admin):
            ImportAssetsCommand(bundle()).run()
        grant_datasets(security, db.session, SqlaTable)
        embedded = embed(db.session)
        db.session.commit()
        say("superset_assets_imported", embedded_dashboard=embedded)


def main():
    create_database()
    checksum = wanted()
    if done() == checksum:
        say("superset_bootstrapped", changed=False)
        return
    bootstrap()
    mark_done(checksum)
    say("superset_bootstrapped", changed=True)


if __name__ == "__main__":
    main()
