/** What the login host says of itself at `/.well-known/openid-configuration`. */
export function openidConfiguration(authority: string): Record<string, unknown> {
  const login = `https://login.microsoftonline.com/${authority}`
  return {
    issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
    authorization_endpoint: `${login}/oauth2/v2.0/authorize`,
    token_endpoint: `${login}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${login}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${login}/oauth2/v2.0/logout`,
    jwks_uri: `${login}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  }
}
