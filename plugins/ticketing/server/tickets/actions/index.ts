import type { Action } from '../../../domain';
import { CLOSING } from './closing';
import type { EffectOf } from './effect';
import { EFFORT } from './effort';
import { HANDLING } from './handling';
import { LINKING } from './linking';
import { ROUTING } from './routing';

/**
 * What each action changes beyond the status; the lifecycle has already said it may. An action without its line does
 * not compile.
 */
export const EFFECTS: Record<Action, EffectOf> = { ...HANDLING, ...CLOSING, ...ROUTING, ...LINKING, ...EFFORT };
