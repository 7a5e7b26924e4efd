/** Which building's homes are being made. */
import { create } from 'zustand';

export const useHomesDialog = create<{ readonly buildingId: string | null }>()(() => ({ buildingId: null }));
export const openHomesDialog = (buildingId: string): void => useHomesDialog.setState({ buildingId });
export const closeHomesDialog = (): void => useHomesDialog.setState({ buildingId: null });
