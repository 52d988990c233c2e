# SPDX-License-Identifier: Apache-2.0
import os

from superset_logging import GUNICORN_LOGGING

bind = f"127.0.0.1:{os.environ.get('SOURCELENS_SUPERSET_PORT', '18088')}"
workers = 1
worker_class = "gthread"
threads = 8
timeout = 60
# Its default place is the user's home, which several of these would share.
control_socket_disable = True
logconfig_dict = GUNICORN_LOGGING
