import { DEFAULT_POLICY, type Policy } from '../domain';

/** The authority matrix in force. */
export const policyInForce = (): Policy => DEFAULT_POLICY;
