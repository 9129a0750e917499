/** Stands beside a form of Strapi's where a preview is not offered: nothing of ours is shown by another site. */
export const PreviewSidePanel = () => null;
