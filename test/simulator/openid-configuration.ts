/** What the login host says of itself at `/.well-known/openid-configuration`, and before that `/v2.0` (protocol.md 3.11, 5.1). */
export function openidConfiguration(authority: string, version: '1.0' | '2.0'): Record<string, unknown> {
  const login = `https://login.microsoftonline.com/${authority}`
  return {
    issuer:
      version === '2.0'
        ? 'https://login.microsoftonline.com/{tenantid}/v2.0'
        : 'https://sts.windows.net/{tenantid}/',
    authorization_endpoint: `${login}/oauth2/v2.0/authorize`,
    token_endpoint: `${login}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${login}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${login}/oauth2/v2.0/logout`,
    jwks_uri: version === '2.0' ? `${login}/discovery/v2.0/keys` : `${login}/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  }
}
