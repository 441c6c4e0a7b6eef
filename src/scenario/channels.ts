import type {Channel} from './scenario.js';

/** How contacts of a channel take an agent's attention (MODEL.md section 5). */
export type ChannelKind = 'live' | 'concurrent' | 'deferred';

const KINDS: Readonly<Record<Channel, ChannelKind>> = {
  voice: 'live',
  video: 'live',
  tty: 'live',
  callback: 'live',
  outbound: 'live',
  chat: 'concurrent',
  sms: 'concurrent',
  social: 'concurrent',
  messaging: 'concurrent',
  email: 'deferred',
  portal: 'deferred',
  'social-post': 'deferred',
};

/** Channels by which customers come; callbacks and outbound calls are made by the center. */
export const CUSTOMER_CHANNELS = [
  'voice',
  'video',
  'tty',
  'chat',
  'sms',
  'social',
  'messaging',
  'email',
  'portal',
  'social-post',
] as const satisfies readonly Channel[];

/** Channels on which customers wait on the line. */
export const LIVE_CHANNELS = ['voice', 'video', 'tty'] as const satisfies readonly Channel[];

/** Channels whose contacts ring at an agent before they are answered. */
export const RINGING_CHANNELS: readonly Channel[] = [...LIVE_CHANNELS, 'callback'];

/** Channels of which a conversation may lie still for hours: its customers are not before the screen all the time. */
export const PATIENT_CHANNELS = ['messaging', 'sms', 'social'] as const satisfies readonly Channel[];

/** Live takes the whole agent, concurrent a part, deferred nobody waits for. */
export function kindOf(channel: Channel): ChannelKind {
  return KINDS[channel];
}
