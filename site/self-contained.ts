/**
 * What is built carries what it uses, so that a portal needs its own files and Node and no package beside them. While
 * developing, packages stay as they are: there they are loaded one by one.
 */
export const selfContained = () => ({
  name: 'self-contained',
  config: (_: object, { command }: { readonly command: string }) =>
    command === 'build' ? { ssr: { noExternal: true as const } } : undefined,
});
