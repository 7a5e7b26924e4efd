/**
 * The security headers of Linli, in the one place from which the server, the page's meta tag, nginx' configuration
 * (held equal by a test) and the tests take them.
 *
 * Styles may be inline because antd writes its styles at run time; scripts never may. `wasm-unsafe-eval` allows
 * WebAssembly and nothing else. Workers may start from blobs, as mesh decoders do.
 */

/** One directive a line; the order is the order of the header. */
export const CSP_DIRECTIVES = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Browsers ignore these in a meta tag and complain about them. */
const HEADER_ONLY = new Set(['frame-ancestors']);

/** @param {[string, string[]][]} directives */
const join = (directives) => directives.map(([name, values]) => `${name} ${values.join(' ')}`).join('; ');

export const CSP_HEADER = join(Object.entries(CSP_DIRECTIVES));
export const CSP_META = join(Object.entries(CSP_DIRECTIVES).filter(([name]) => !HEADER_ONLY.has(name)));

/** Sent with every answer. The two Cross-Origin policies isolate the page, which loads nothing from elsewhere anyway. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': CSP_HEADER,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
