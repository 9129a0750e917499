/** A film as the browser plays it. */
export default function Video({ src }: { readonly src: string }) {
  return <video src={src} controls />;
}
