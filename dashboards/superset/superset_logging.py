# SPDX-License-Identifier: Apache-2.0
"""One JSON object a line on standard output, as every other part of the system logs."""

import json
import logging
import sys
from datetime import datetime, timezone


class JsonFormatter(logging.Formatter):
    def format(self, record):
        fields = {
            "time": datetime.fromtimestamp(record.created, timezone.utc).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False)


class JsonLogging:
    """What Superset calls a logging configurator."""

    def configure_logging(self, app_config, debug_mode):
        handler = logging.StreamHandler(sys.stdout)
        handler.setFormatter(JsonFormatter())
        logging.root.handlers[:] = [handler]
        logging.root.setLevel(logging.DEBUG if debug_mode else logging.WARNING)


GUNICORN_LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "superset_logging.JsonFormatter"}},
    "handlers": {"standard": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stdout"}},
    "root": {"level": "WARNING", "handlers": ["standard"]},
    "loggers": {"gunicorn.error": {"level": "INFO", "handlers": ["standard"], "propagate": False}},
}
