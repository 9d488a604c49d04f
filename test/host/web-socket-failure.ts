/** Chromium's names for what may go wrong on the way. */
const names: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT',
  EHOSTUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  ENETUNREACH: 'ERR_INTERNET_DISCONNECTED',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  CERT_HAS_EXPIRED: 'ERR_CERT_DATE_INVALID',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ERR_CERT_AUTHORITY_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'ERR_CERT_COMMON_NAME_INVALID',
}

/** `close.reason` when the server answers an upgrade with another status (Chromium's websocket_stream.cc and websocket_basic_handshake_stream.cc). */
export function refusedReason(status: number): string {
  const what =
    status === 401
      ? 'HTTP Authentication failed; no valid credentials available'
      : status === 407
        ? 'Proxy authentication failed'
        : `Error during WebSocket handshake: Unexpected response code: ${status}`
  return `${what} (net::ERR_FAILED)` // electron_api_web_socket.cc, Fail
}

/** `close.reason` when there is no answer. */
export function failedReason(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  return `Error in connection establishment: net::${names[code] ?? 'ERR_FAILED'}`
}
