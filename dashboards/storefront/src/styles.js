// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

const dark = css`
  --_surface: var(--sourcelens-surface, #16191f);
  --_sunken: var(--sourcelens-sunken, #1f242c);
  --_text: var(--sourcelens-text, #f1f3f6);
  --_muted: var(--sourcelens-muted, #a4adba);
  --_border: var(--sourcelens-border, #2e353f);
  --_accent: var(--sourcelens-accent, #ff8a5c);
  --_on-accent: var(--sourcelens-on-accent, #1d0f08);
  --_rise: var(--sourcelens-rise, #5ccf9a);
  --_fall: var(--sourcelens-fall, #ff8f8f);
  --_new: var(--sourcelens-new, #8db8ff);
  --_warning: var(--sourcelens-warning, #f2c063);
  color-scheme: dark;
`;

/** Everything a shop may want to change is a --sourcelens-* property; the --_* ones are the resolved values. */
export const styles = css`
  :host {
    --_surface: var(--sourcelens-surface, #ffffff);
    --_sunken: var(--sourcelens-sunken, #f4f5f7);
    --_text: var(--sourcelens-text, #14171c);
    --_muted: var(--sourcelens-muted, #59616d);
    --_border: var(--sourcelens-border, #e4e7eb);
    --_accent: var(--sourcelens-accent, #c2410c);
    --_on-accent: var(--sourcelens-on-accent, #ffffff);
    --_rise: var(--sourcelens-rise, #0b7a4b);
    --_fall: var(--sourcelens-fall, #b4232a);
    --_new: var(--sourcelens-new, #1d56c4);
    --_warning: var(--sourcelens-warning, #8a5800);
    --_radius: var(--sourcelens-radius, 14px);
    --_font: var(
      --sourcelens-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Noto Sans SC',
      sans-serif
    );
    display: block;
    container-type: inline-size;
    color-scheme: light;
    color: var(--_text);
    font: 400 15px/1.45 var(--_font);
    font-variant-numeric: tabular-nums;
    -webkit-text-size-adjust: 100%;
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }
  :host([theme='dark']) {
    ${dark}
  }
  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .card {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  header {
    display: grid;
    gap: 14px;
    padding: 20px 24px 16px;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
  }
  h2 {
    margin: 0;
    font-size: 22px;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .as-of {
    margin: 0;
    color: var(--_muted);
    font-size: 13px;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--_muted);
  }
  .dot.live {
    background: var(--_rise);
  }
  .dot.today {
    background: var(--_warning);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 12px;
    align-items: center;
  }
  fieldset {
    display: inline-flex;
    margin: 0;
    padding: 3px;
    border: 0;
    border-radius: 10px;
    background: var(--_sunken);
    min-width: 0;
  }
  fieldset label {
    position: relative;
    cursor: pointer;
  }
  fieldset input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  fieldset span {
    display: block;
    padding: 6px 13px;
    border-radius: 8px;
    color: var(--_muted);
    font-size: 14px;
    line-height: 20px;
    white-space: nowrap;
    transition:
      background-color 120ms,
      color 120ms;
  }
  fieldset label:hover span {
    color: var(--_text);
  }
  fieldset input:checked + span {
    background: var(--_surface);
    color: var(--_text);
    font-weight: 600;
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.14);
  }
  select {
    appearance: none;
    max-width: 100%;
    min-width: 0;
    height: 38px;
    padding: 0 34px 0 13px;
    border: 1px solid var(--_border);
    border-radius: 10px;
    color: var(--_text);
    background-color: var(--_surface);
    font: inherit;
    font-size: 14px;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .select {
    position: relative;
    display: inline-flex;
    min-width: 0;
    margin-inline-start: auto;
  }
  .select::after {
    content: '';
    position: absolute;
    inset-inline-end: 14px;
    top: 14px;
    width: 7px;
    height: 7px;
    border: solid var(--_muted);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(45deg);
    pointer-events: none;
  }
  fieldset input:focus-visible + span,
  select:focus-visible,
  button:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }
  table[aria-busy='true'] tbody {
    opacity: 0.45;
  }
  th {
    padding: 9px 12px;
    border-block: 1px solid var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
    font-size: 12.5px;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 12px;
    border-top: 1px solid var(--_border);
    vertical-align: middle;
  }
  tbody tr:first-child td {
    border-top: 0;
  }
  @media (hover: hover) {
    tbody tr:hover {
      background: color-mix(in srgb, var(--_sunken) 55%, transparent);
    }
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 24px;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 24px;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .rank {
    width: 1%;
  }
  .orders,
  .units,
  .revenue {
    width: 12%;
  }
  .rank b {
    display: inline-grid;
    place-items: center;
    min-width: 32px;
    height: 32px;
    padding: 0 4px;
    border-radius: 9px;
    color: var(--_muted);
    font-size: 16px;
    font-weight: 600;
  }
  .first b {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }
  .podium:not(.first) b {
    background: color-mix(in srgb, var(--_accent) 13%, var(--_surface));
    color: var(--_text);
    font-weight: 700;
  }
  .change {
    width: 1%;
    white-space: nowrap;
    font-size: 14px;
    font-weight: 600;
  }
  .change small {
    display: block;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 400;
  }
  .up {
    color: var(--_rise);
  }
  .down {
    color: var(--_fall);
  }
  .same {
    color: var(--_muted);
  }
  .new {
    display: inline-block;
    padding: 1px 8px;
    border-radius: 99px;
    background: color-mix(in srgb, var(--_new) 12%, var(--_surface));
    color: var(--_new);
    font-size: 12.5px;
  }
  .goods {
    width: 60%;
    overflow-wrap: anywhere;
  }
  .goods strong {
    display: block;
    font-weight: 600;
  }
  .goods small {
    color: var(--_muted);
    font-size: 12.5px;
  }
  .orders {
    color: var(--_muted);
  }
  .units {
    min-width: 150px;
    font-weight: 600;
  }
  .bar {
    display: block;
    width: 100%;
    height: 4px;
    margin-top: 5px;
    border-radius: 2px;
    background: var(--_sunken);
    fill: var(--_accent);
  }
  :host([ranked-by='revenue']) .units,
  .revenue {
    font-weight: 400;
  }
  :host([ranked-by='revenue']) .revenue {
    min-width: 150px;
    font-weight: 600;
  }
  .short {
    display: none;
  }

  .message {
    display: grid;
    justify-items: center;
    gap: 6px;
    padding: 44px 24px 52px;
    border-top: 1px solid var(--_border);
    text-align: center;
  }
  .message svg {
    width: 44px;
    height: 44px;
    margin-bottom: 6px;
    color: var(--_muted);
  }
  .message strong {
    font-size: 17px;
  }
  .message p {
    max-width: 34em;
    margin: 0;
    color: var(--_muted);
  }
  button {
    margin-top: 12px;
    padding: 8px 20px;
    border: 0;
    border-radius: 10px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .stale {
    margin: 0;
    padding: 9px 24px;
    border-top: 1px solid var(--_border);
    background: color-mix(in srgb, var(--_warning) 12%, var(--_surface));
    font-size: 13.5px;
  }

  .skeleton td > i {
    display: block;
    height: 14px;
    border-radius: 7px;
    background: var(--_sunken);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .skeleton .rank > i {
    width: 32px;
    height: 32px;
    border-radius: 9px;
  }
  .skeleton .change > i {
    width: 40px;
  }
  .skeleton .goods > i {
    width: 62%;
  }
  .skeleton .number > i {
    width: 56px;
    margin-inline-start: auto;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }

  footer {
    padding: 12px 24px 16px;
    border-top: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 12.5px;
  }
  footer p,
  footer ul {
    margin: 0;
  }
  footer ul {
    margin-top: 6px;
    padding: 0;
    list-style: none;
  }
  footer li::before {
    content: '— ';
    content: '— ' / '';
  }

  @container (max-width: 640px) {
    header {
      padding: 16px 16px 14px;
      gap: 12px;
    }
    .controls > * {
      flex: 1 1 auto;
    }
    fieldset label {
      flex: 1 1 auto;
      text-align: center;
    }
    fieldset span {
      padding-inline: 8px;
    }
    .select {
      flex-basis: 100%;
    }
    select {
      width: 100%;
    }

    table {
      position: relative;
      border-top: 1px solid var(--_border);
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: grid;
      grid-template-columns: 58px minmax(0, 1fr) auto;
      align-items: baseline;
      gap: 2px 12px;
      padding: 12px 16px;
      border-top: 1px solid var(--_border);
    }
    tbody tr:first-child {
      border-top: 0;
    }
    td,
    td:first-child,
    td:last-child,
    :host([ranked-by]) td {
      width: auto;
      min-width: 0;
      padding: 0;
      border: 0;
    }
    .rank {
      grid-area: 1 / 1;
      align-self: start;
    }
    .goods {
      grid-area: 1 / 2 / auto / -1;
    }
    .change {
      grid-area: 2 / 1 / span 2;
    }
    .change small {
      font-size: 11.5px;
    }
    td.number {
      text-align: start;
      font-size: 14px;
    }
    td.orders {
      font-size: 13px;
    }
    .units {
      grid-area: 2 / 2;
    }
    .orders {
      grid-area: 3 / 2;
    }
    .revenue {
      grid-area: 2 / 3;
    }
    .short {
      display: inline;
    }
    .wide {
      display: none;
    }
    .bar {
      display: none;
    }
    .skeleton .number > i {
      margin: 3px 0;
    }
    footer,
    .stale {
      padding-inline: 16px;
    }
  }
`;
