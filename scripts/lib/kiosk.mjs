/** How a browser is started as a wall: one window over the whole screen, no bar, no question that nobody would answer. */

/** A browser that ends sooner than this did not run: it is started again more and more slowly. */
const RAN_MS = 60_000;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 300_000;

/**
 * @param {{url: string, profile: string, root?: boolean, position?: string | null}} options
 * `position` "x,y" puts the window on another screen
 * @returns {string[]}
 */
export function kioskArguments({ url, profile, root = false, position = null }) {
  return [
    `--app=${url}`,
    '--kiosk',
    '--start-fullscreen',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--noerrdialogs',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--disable-infobars',
    '--disable-translate',
    '--disable-features=Translate,TranslateUI,MediaRouter',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--force-device-scale-factor=1',
    // A wall is never in the background, whatever the window manager thinks.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--ignore-gpu-blocklist',
    ...(position === null ? [] : [`--window-position=${position}`]),
    // Chromium's sandbox does not start as root.
    ...(root ? ['--no-sandbox'] : []),
  ];
}

/**
 * How long to wait before the browser is started again.
 * @param {number} ranMs how long it ran
 * @param {number} lastWaitMs the wait before that
 */
export function nextWait(ranMs, lastWaitMs) {
  if (ranMs >= RAN_MS || lastWaitMs === 0) return FIRST_WAIT_MS;
  return Math.min(LONGEST_WAIT_MS, lastWaitMs * 2);
}

/**
 * The wall's address on a server.
 * @param {string} base with its closing slash
 * @param {string} query as the wall's own address has it, without the question mark
 */
export function wallAddress(base, query) {
  const home = base.endsWith('/') ? base : `${base}/`;
  return `${home}#/wall${query === '' ? '' : `?${query.replace(/^\?/, '')}`}`;
}
