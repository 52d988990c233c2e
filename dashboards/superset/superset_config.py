# SPDX-License-Identifier: Apache-2.0
"""Superset's settings. Everything that differs between installations comes from the environment."""

import os

from superset_logging import JsonLogging

SQLALCHEMY_DATABASE_URI = os.environ.get(
    "SOURCELENS_SUPERSET_DATABASE_URL", "postgresql://postgres:postgres@127.0.0.1:15432/superset"
)
SECRET_KEY = os.environ.get("SOURCELENS_SUPERSET_SECRET", "development-only-secret-of-superset-32-bytes")

# Guests: people in a seller's own pages, who have no account here. Public stays empty, because what Public may do is
# open to everybody and makes Superset ignore tokens.
FEATURE_FLAGS = {"EMBEDDED_SUPERSET": True}
GUEST_ROLE_NAME = "seller_guest"
GUEST_TOKEN_JWT_SECRET = os.environ.get("SOURCELENS_SUPERSET_GUEST_SECRET", "development-only-secret-of-guests-32-bytes")
GUEST_TOKEN_JWT_AUDIENCE = "sourcelens-superset"
GUEST_TOKEN_JWT_EXP_SECONDS = 3600

LANGUAGES = {
    "zh": {"flag": "cn", "name": "中文"},
    "en": {"flag": "us", "name": "English"},
}
BABEL_DEFAULT_LOCALE = os.environ.get("SOURCELENS_SUPERSET_LANGUAGE", "en")
CURRENCIES = ["CNY", "GBP", "USD", "EUR", "JPY"]

# Loopback only: who puts it on a network puts a proxy with transport security and its own headers in front.
TALISMAN_ENABLED = False
CONTENT_SECURITY_POLICY_WARNING = False
# Superset's pages fetch a counting pixel from its vendor; browsers are told to fetch from here only.
CONTENT_SECURITY_POLICY = "img-src 'self' data: blob:; connect-src 'self'; font-src 'self' data:"
SESSION_COOKIE_SAMESITE = "Lax"
RATELIMIT_ENABLED = False

# One process, no broker: queries run when they are asked for, and the marts answer in milliseconds.
SUPERSET_WEBSERVER_TIMEOUT = 60
FILTER_STATE_CACHE_CONFIG = {"CACHE_TYPE": "SupersetMetastoreCache", "CACHE_DEFAULT_TIMEOUT": 86_400}
EXPLORE_FORM_DATA_CACHE_CONFIG = {"CACHE_TYPE": "SupersetMetastoreCache", "CACHE_DEFAULT_TIMEOUT": 86_400}

LOGGING_CONFIGURATOR = JsonLogging()


def FLASK_APP_MUTATOR(app):  # noqa: N802 - Superset's name
    @app.after_request
    def keep_to_this_host(response):
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        return response
