/** What Strapi's assistant would answer: it leads off the server, so that its routes answer nobody. */
const NOTHING = { data: undefined, error: undefined, isLoading: false } as const;
const answered = () => NOTHING;

export const useGetAiFeatureConfigQuery = answered;
export const useGetAiTokenQuery = answered;
export const useGetAiUsageQuery = answered;
export const useLazyGetAiTokenQuery = () => [() => Promise.resolve(NOTHING), NOTHING] as const;
