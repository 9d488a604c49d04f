import { describe, expect, test } from 'vitest'
import {
  contentSecurityPolicy,
  fileFor,
  headersFor,
  isGranted,
  isOwnPage,
  isTrusted,
  webPreferences,
  windowOrigin,
} from '../../../../main/desktop/window/confinement.ts'

// Electron's security checklist (platform.md 1.22) as far as it can be held without Electron.

describe('files of the window', () => {
  test.each([
    { url: 'app://bundle/', file: '/app/index.html' },
    { url: 'app://bundle/assets/index.js?v=1#x', file: '/app/assets/index.js' },
    { url: 'app://bundle/a%20b.js', file: '/app/a b.js' },
    { url: 'app://bundle/..%2f..%2fetc%2fpasswd', file: null },
    { url: 'app://bundle/%2e%2e/secret', file: '/app/secret' },
    { url: 'app://other/index.html', file: null },
    { url: 'https://bundle/index.html', file: null },
    { url: 'app://bundle/%E0%A4%A', file: null },
    { url: 'nonsense', file: null },
  ])('$url is $file', ({ url, file }) => {
    expect(fileFor(url, '/app')).toBe(file)
  })

  test('every file goes with the policy and its own type', () => {
    expect(headersFor('/app/index.html')).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    })
    expect(headersFor('/app/x.unknown')['content-type']).toBe('application/octet-stream')
  })
})

test('the policy lets nothing in from outside and nothing inline', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'")
  expect(contentSecurityPolicy).toContain("script-src 'self';")
  expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'")
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/)
})

test('the page is isolated, sandboxed and without Node', () => {
  expect(webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test.each([
  { url: 'app://bundle/index.html#activity', own: true },
  { url: 'app://bundle.evil/index.html', own: false },
  { url: 'https://login.microsoftonline.com/', own: false },
  { url: 'file:///etc/passwd', own: false },
  { url: '', own: false },
])('navigation to "$url": $own', ({ url, own }) => {
  expect(isOwnPage(url)).toBe(own)
})

test.each([
  { permission: 'clipboard-sanitized-write', url: 'app://bundle/index.html', granted: true },
  { permission: 'clipboard-sanitized-write', url: 'https://evil.example/', granted: false },
  { permission: 'clipboard-read', url: 'app://bundle/index.html', granted: false },
  { permission: 'geolocation', url: 'app://bundle/index.html', granted: false },
  { permission: 'a permission of some later year', url: 'app://bundle/index.html', granted: false },
])('$permission for $url: $granted', ({ permission, url, granted }) => {
  expect(isGranted(permission, url)).toBe(granted)
})

test.each([
  { sender: { ownWindow: true, topFrame: true, origin: windowOrigin }, trusted: true },
  { sender: { ownWindow: false, topFrame: true, origin: windowOrigin }, trusted: false },
  { sender: { ownWindow: true, topFrame: false, origin: windowOrigin }, trusted: false },
  { sender: { ownWindow: true, topFrame: true, origin: 'https://evil.example' }, trusted: false },
  { sender: { ownWindow: true, topFrame: true, origin: null }, trusted: false },
])('a call from $sender is trusted: $trusted', ({ sender, trusted }) => {
  expect(isTrusted(sender)).toBe(trusted)
})
