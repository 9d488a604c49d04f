import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Computer } from '../e2e/drivebell.ts'

// Here and not in e2e: Electron's own dialog is drawn by the system, and nobody can answer it from outside.

test('what a search finds is written to a table, where the dialog says', async () => {
  await using computer = await Computer.open()
  const { page } = await computer.startSignedIn('Grace Kimani')
  computer.simulator.person('Ada Okafor').adds('Projects/offer.docx')
  computer.simulator.person('Chiara Esposito').adds('Plans/tax 2025.xlsx')
  await page.getByRole('listitem', { name: /tax 2025\.xlsx/ }).waitFor()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('tax')
  await page.getByRole('heading', { name: '1 change matches' }).waitFor()
  await computer.desktop.saveDialog.answer(join(computer.userData, 'tax'))
  const file = join(computer.userData, 'tax.csv')
  await page.locator('header').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Export as CSV…' }).click()
  await page.getByText(`Saved to ${file}`).first().waitFor()
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/Chiara Esposito.*tax 2025\.xlsx/)
})
