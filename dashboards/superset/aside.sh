# SPDX-License-Identifier: Apache-2.0
# Sourced by what is done beside the first capture and refresh: it takes what they leave of the processor. Where the kernel
# shares it out by session, a process's own priority counts within its session only.
renice -n 19 -p $$ >/dev/null
if [[ $(cut -d " " -f 6 /proc/$$/stat) -eq $$ ]]; then
  echo 19 2>/dev/null >/proc/self/autogroup || true
fi
