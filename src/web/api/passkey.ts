import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import { ApiError } from './api-error.ts'

/** Whether this browser, at this address, can use passkeys at all. */
export function hasPasskeys(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && !isNumbers(location.hostname)
}

export async function signWithPasskey(
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return startAuthentication({ optionsJSON }).catch(refuse)
}

export async function makePasskey(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  return startRegistration({ optionsJSON }).catch(refuse)
}

/** What browsers say here is for programmers; what happened is nearly always one of three. */
function refuse(fault: unknown): never {
  const name = fault instanceof Error ? fault.name : ''
  throw new ApiError(400, { code: 'passkey', says: says[name] ?? '这次没有用成通行密钥，请再试' })
}

const says: Readonly<Record<string, string>> = {
  NotAllowedError: '没有用通行密钥：已取消、超时，或这台设备上没有',
  InvalidStateError: '这台设备上已经有这个账号的通行密钥',
  NotSupportedError: '这台设备不支持通行密钥',
  SecurityError: '这个地址不能使用通行密钥',
}

function isNumbers(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':') || host.startsWith('[')
}
