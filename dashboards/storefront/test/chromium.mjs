// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const CHROMIUM = process.env.SOURCELENS_CHROMIUM ?? '/usr/bin/chromium';

/** Debian's Chromium; as root, as in containers, it runs without a sandbox. */
export async function launchChromium() {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `Cannot test in a browser: ${CHROMIUM} does not exist; install Debian's packages chromium and fonts-noto-cjk, ` +
        'or set SOURCELENS_CHROMIUM to a Chromium',
    );
  }
  return chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
