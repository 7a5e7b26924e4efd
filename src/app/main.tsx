/** Where the application starts: language, colours, the opening of the community, the first drawing. */
import '../ui/theme/base.css';
import '@fontsource-variable/noto-sans-sc/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { installInspect } from '../state/inspect.ts';
import { usePreferences } from '../state/preferences.ts';
import { useView } from '../state/view.ts';
import { startI18n, switchLanguage } from '../ui/i18n/i18n.ts';
import { applyPalette } from '../ui/theme/palette-on-page.ts';
import { App } from './App.tsx';
import { openCommunity } from './opening.ts';

startI18n(usePreferences.getState().language);
usePreferences.subscribe(({ language }, before) => {
  if (language !== before.language) void switchLanguage(language);
});
applyPalette(useView.getState().mode);
useView.subscribe(({ mode }, before) => {
  if (mode !== before.mode) applyPalette(mode);
});
installInspect();
void openCommunity();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
