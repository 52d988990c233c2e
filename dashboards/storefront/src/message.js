// SPDX-License-Identifier: Apache-2.0
import { html, nothing, svg } from 'lit';

const pictures = {
  empty: svg`<path d="M4 9l2-5h12l2 5v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 9h16M9 13h6" />`,
  failure: svg`<path d="M12 8v5M12 16.5v.01M10.3 4.2L2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0z" />`,
};

/** A state of the whole list in words: what is the matter, and what to do. */
export function message(kind, { title, advice }, status, retry) {
  return html`
    <div class="message" role=${kind === 'failure' ? 'alert' : nothing}>
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
        ${pictures[kind]}
      </svg>
      <strong>${title}${status ? ` (${status})` : nothing}</strong>
      <p>${advice}</p>
      ${retry ? html`<button type="button" @click=${retry.action}>${retry.label}</button>` : nothing}
    </div>
  `;
}
