import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { TOKEN_GRANTS, type Refusal, type TokenGrant } from '../../../../domain';
import type { ApiToken } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';

/** Where Strapi makes a token, and shows it once. */
const MAKER = '/settings/api-tokens/create';

interface Props {
  readonly token: ApiToken;
  readonly isBusy: boolean;
  readonly onChange: (grants: readonly TokenGrant[]) => void;
}

/** One system's key, and what it was given; each tick is saved at once. */
function Token({ token: { name, grants, expiresAt, lastUsedAt }, isBusy, onChange }: Props) {
  const { t, language } = useWords();
  const when = (at: string | null) => (at === null ? '–' : timeTeller(language).exact(at));
  return (
    <Panel title={name}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography textColor="neutral600">
          {t('tokens.facts', { until: when(expiresAt), used: when(lastUsedAt) })}
        </Typography>
        {TOKEN_GRANTS.map((grant) => (
          <Checkbox
            key={grant}
            checked={grants.includes(grant)}
            disabled={isBusy}
            onCheckedChange={(checked) =>
              onChange(checked === true ? [...grants, grant] : grants.filter((each) => each !== grant))
            }
          >
            {t(`tokens.grant.${grant}`)}
          </Checkbox>
        ))}
      </Flex>
    </Panel>
  );
}

function Tokens() {
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useClient();
  const live = useLive('tokens', (signal) => client.listTokens({}, { signal }), { every: 60_000 });
  const [busy, setBusy] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async (id: number, grants: readonly TokenGrant[]): Promise<void> => {
    setBusy(id);
    setRefusal(null);
    try {
      live.replace(await client.saveTokenGrants({ id, grants: [...grants] }));
    } catch (error) {
      setRefusal(toRefusal(error));
    }
    setBusy(null);
  };
  return (
    <Loaded live={live}>
      {(tokens) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
          {tokens.length === 0 && (
            <Notice kind="remark" action={{ label: t('tokens.make'), run: () => void navigate(MAKER) }}>
              {t('tokens.none')}
            </Notice>
          )}
          {tokens.map((token) => (
            <Token
              key={token.id}
              token={token}
              isBusy={busy === token.id}
              onChange={(grants) => void save(token.id, grants)}
            />
          ))}
        </Flex>
      )}
    </Loaded>
  );
}

/** Sistem lain: what each API token may do. */
export default function TokensPage() {
  return (
    <SettingsPage title="tokens.title" lead="tokens.lead">
      <Tokens />
    </SettingsPage>
  );
}
