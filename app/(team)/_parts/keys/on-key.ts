import { teamPaths } from '#paths';

/** Where keys are letters: fields, and what takes them in as one. */
const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"]';
/** What J and K go to: what a page marks, or else the rows of its tables. */
const STEPS = ['main [data-step]', 'main table.t > tbody > tr'];
const FOCUSABLE = 'a[href], button, summary, input:not([type="hidden"]), textarea';

/**
 * What a key of the team's pages does. A single key does nothing in a field, with a modifier, while a word is composed, or when its person has
 * turned keys off (WCAG 2.1.4); Ctrl and Enter is no single key. Elements say by `data-key` which key is theirs: a link is followed, a
 * field or a button gets the focus, so that no key sends anything by itself.
 */
export function onKey(event: KeyboardEvent, on: boolean): void {
  if (event.isComposing || event.defaultPrevented) return;
  const target = event.target as Element;
  const isEnter = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const done = isEnter ? submit(target) : on && !event.ctrlKey && !event.metaKey && !event.altKey && !target.closest(FIELDS) && act(event);
  if (done) event.preventDefault();
}

/** The key, whatever the layout writes: an Arabic keyboard has its J where the Latin one has. */
function nameOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (/^[\x21-\x7e]$/.test(key)) return /[A-Za-z]/.test(key) ? (shiftKey ? '' : key.toLowerCase()) : key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return !shiftKey && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : '';
}

function act(event: KeyboardEvent): boolean {
  const key = nameOf(event);
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1);
  if (event.repeat || key === '') return false;
  if (key === '/') return reach(document.getElementById('go'));
  if (key === '?') {
    location.assign(teamPaths.shortcuts());
    return true;
  }
  if (/^[1-9]$/.test(key)) return reach(document.getElementById(`change-${key}`));
  const here = document.activeElement?.closest(STEPS.join())?.querySelector(`[data-key="${key}"]`);
  return reach(here ?? document.querySelector(`main [data-key="${key}"], nav [data-key="${key}"]`));
}

/** To the next or the one before of what a page has many of. */
function step(by: 1 | -1): boolean {
  const stops = STEPS.map((selector) => [...document.querySelectorAll<HTMLElement>(selector)]).find((some) => some.length > 0) ?? [];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = at === -1 ? (by === 1 ? 0 : stops.length - 1) : at + by;
  const stop = stops[next];
  if (!stop) return false;
  return reach(stop.hasAttribute('data-step') ? stop : (stop.querySelector(FOCUSABLE) ?? stop));
}

function reach(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element instanceof HTMLAnchorElement && element.dataset.key !== undefined) element.click();
  else if (element instanceof HTMLDetailsElement) {
    element.open = true;
    element.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus();
  } else {
    if (!element.matches(FOCUSABLE)) element.tabIndex = -1;
    element.focus();
    element.scrollIntoView({ block: 'nearest' });
  }
  return true;
}

/** Sends the form that one writes in, or what the page says that it sends. */
function submit(target: Element): boolean {
  const own = target instanceof HTMLTextAreaElement ? target.form : null;
  const marked = own ?? document.querySelector<HTMLElement>('[data-ctrl-enter]');
  if (marked instanceof HTMLFormElement) marked.requestSubmit();
  else marked?.click();
  return marked !== null;
}
