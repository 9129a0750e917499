/** What Strapi offers for content in several languages: no type of ours has any, and its assistant's routes are closed. */
const nothing = () => null;

export {
  nothing as AITranslationStatusAction,
  nothing as BulkLocalePublishAction,
  nothing as BulkLocaleUnpublishAction,
  nothing as DeleteLocaleAction,
  nothing as FillFromAnotherLocaleAction,
  nothing as LocalePickerAction,
};
