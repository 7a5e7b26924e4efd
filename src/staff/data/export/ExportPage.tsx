/** What goes out: places as GeoJSON, CityJSON and TopoJSON, the view as a picture; lists have their own way out, above each list. */
import { Button, Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { disclose } from '../../../domain/operations/index.ts';
import { dateOf } from '../../../domain/dates.ts';
import { duringWork } from '../../../state/busy.ts';
import { notify } from '../../../state/notices.ts';
import { editStamp, save } from '../../../state/save.ts';
import { sceneProbe } from '../../../state/scene-probe.ts';
import { places } from '../../../storage/index.ts';
import { REGISTER_NAMES } from '../../lists/register-names.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import page from '../data.module.css';
import { saveBlob, saveFile } from '../../../ui/parts/save-file.ts';

type Layer = 'buildings' | 'grids' | 'facilities';
const LAYERS: readonly Layer[] = ['buildings', 'grids', 'facilities'];
const encoder = new TextEncoder();
const WIDTH_PX = 3840;
const HEIGHT_PX = 2160;

type Writer = (layers: readonly Layer[]) => Promise<string>;

const WRITERS: Readonly<Record<'geojson' | 'cityjson' | 'topojson', Writer>> = {
  geojson: async (layers) =>
    (await import('../../../transfer/out/geojson.ts')).writeGeojson(await places(), { layers, lines: true }),
  cityjson: async () => {
    const known = await places();
    const { writeCityjson } = await import('../../../transfer/out/cityjson.ts');
    return writeCityjson(known, { date: dateOf(Date.now()) }).text;
  },
  topojson: async () => (await import('../../../transfer/out/topojson.ts')).writeTopojson(await places()),
};
const ENDINGS = { geojson: 'geojson', cityjson: 'city.json', topojson: 'topojson' } as const;

export const ExportPage = (): ReactElement => {
  const { t } = useWords();
  const { search } = useLocation();
  const [layers, setLayers] = useState<readonly Layer[]>(LAYERS);

  const note = async (what: string): Promise<void> => {
    const noted = disclose.run(
      null,
      { kind: 'export', what, rows: 0, clear: false, reason: '' },
      editStamp(),
    );
    if (noted.ok) await save(noted.value);
  };
  const write = async (format: keyof typeof WRITERS): Promise<void> => {
    try {
      const text = await duringWork('export', () => WRITERS[format](layers));
      const { community } = await places();
      await note(t(`data.export.${format}`));
      saveFile(`${community.name}.${ENDINGS[format]}`, encoder.encode(text), 'application/json');
    } catch {
      notify({ kind: 'error', key: 'data.export.failed' });
    }
  };
  const picture = async (): Promise<void> => {
    const blob = await duringWork('picture', () => sceneProbe().picture(WIDTH_PX, HEIGHT_PX));
    if (!blob) return notify({ kind: 'error', key: 'data.export.noPicture' });
    const { community } = await places();
    saveBlob(`${community.name}-${dateOf(Date.now())}.png`, blob);
  };
  return (
    <div className={page.inner}>
      <header>
        <h1 className={page.heading}>{t('data.export.title')}</h1>
        <p className={page.lead}>{t('data.export.lead')}</p>
      </header>
      <ul className={page.cards}>
        <li className={page.card}>
          <h2 className={page.cardTitle}>GeoJSON</h2>
          <span className={page.soft}>{t('data.export.geojsonHint')}</span>
          <Checkbox.Group
            value={[...layers]}
            onChange={(chosen) => setLayers(chosen)}
            options={LAYERS.map((layer) => ({ value: layer, label: t(`data.export.layer.${layer}`) }))}
          />
          <div className={page.row}>
            <Button type="primary" disabled={layers.length === 0} onClick={() => void write('geojson')}>
              {t('data.export.geojson')}
            </Button>
          </div>
        </li>
        <li className={page.card}>
          <h2 className={page.cardTitle}>CityJSON 2.0</h2>
          <span className={page.soft}>{t('data.export.cityjsonHint')}</span>
          <div className={page.row}>
            <Button type="primary" onClick={() => void write('cityjson')}>
              {t('data.export.cityjson')}
            </Button>
          </div>
        </li>
        <li className={page.card}>
          <h2 className={page.cardTitle}>TopoJSON</h2>
          <span className={page.soft}>{t('data.export.topojsonHint')}</span>
          <div className={page.row}>
            <Button type="primary" onClick={() => void write('topojson')}>
              {t('data.export.topojson')}
            </Button>
          </div>
        </li>
        <li className={page.card}>
          <h2 className={page.cardTitle}>{t('data.export.picture')}</h2>
          <span className={page.soft}>{t('data.export.pictureHint')}</span>
          <div className={page.row}>
            <Button type="primary" onClick={() => void picture()}>
              {t('data.export.takePicture')}
            </Button>
          </div>
        </li>
        <li className={page.card}>
          <h2 className={page.cardTitle}>{t('data.export.lists')}</h2>
          <span className={page.soft}>{t('data.export.listsHint')}</span>
          <div className={page.row}>
            {REGISTER_NAMES.map((name) => (
              <Link key={name} to={{ pathname: `/staff/lists/${name}`, search }}>
                {t(`common.lists.${name}`)}
              </Link>
            ))}
          </div>
        </li>
      </ul>
    </div>
  );
};
