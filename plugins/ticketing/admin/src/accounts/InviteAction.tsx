import { Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { toRefusal, useClient } from '../api/useClient';
import { useWords } from '../words';

const PORTAL_ACCOUNT = 'plugin::users-permissions.user';

/** The content manager hands this over beside an entry. Its own types are not among what the panel exports. */
interface Entry {
  readonly model: string;
  readonly documentId?: string;
  readonly document?: { readonly email?: unknown; readonly blocked?: unknown };
}

/** Beside a portal account: mails its owner a one-time link with which they make a password of their own. */
function InviteAction({ model, documentId, document }: Entry) {
  const { t } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  if (model !== PORTAL_ACCOUNT || !documentId) return null;

  const invite = async (): Promise<void> => {
    try {
      const { email } = await client.inviteAccount({ id: documentId });
      toggleNotification({ type: 'success', message: t('invite.sent', { email }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message });
    }
  };
  return {
    label: t('invite.action'),
    icon: <Mail />,
    position: ['panel', 'table-row'],
    disabled: document?.blocked === true,
    dialog: {
      type: 'dialog',
      title: t('invite.action'),
      content: <Typography>{t('invite.ask', { email: String(document?.email ?? '') })}</Typography>,
      confirmLabel: t('invite.confirm'),
      onConfirm: invite,
    },
  };
}

interface ContentManager {
  readonly addDocumentAction: (actions: readonly (typeof InviteAction)[]) => void;
}

/** Puts the action beside the form and in the list of accounts. */
export function addInvitation(app: { readonly getPlugin: (id: string) => { readonly apis: unknown } }): void {
  (app.getPlugin('content-manager').apis as ContentManager).addDocumentAction([InviteAction]);
}
