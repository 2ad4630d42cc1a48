#!/usr/bin/env node
// Imports follow the arrow of the design, one way: every import of every source file is held against `.ci/house.mjs`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { house } from '../house.mjs';
import { root, workspacePackages } from '../setup/workspace.mjs';

/** Folder of the sources of each workspace package that has some, by the name of the package. */
const sources = new Map(
  workspacePackages()
    .map(({ folder, manifest }) => /** @type {[string, string]} */ ([manifest.name, `${folder}/src`]))
    .filter(([, folder]) => existsSync(join(root, folder))),
);

const gone = Object.keys(house).filter((zone) => !existsSync(join(root, zone)));
const complaints = [
  ...gone.map((zone) => `.ci/house.mjs declares ${zone}, which is not there.`),
  ...[...sources.values()].flatMap(filesIn).flatMap(complaintsAbout),
];
for (const complaint of new Set(complaints)) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;

/**
 * @param {string} folder relative to the root
 * @returns {string[]} paths relative to the root
 */
function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * @param {string} file
 * @returns {string[]} sentences
 */
function complaintsAbout(file) {
  const zone = zoneOf(file);
  // The files next to the folders of a package (its entry points) may tie everything together.
  if (zone === undefined) return isEntry(file) ? [] : [`${dirname(file)} is in no zone of .ci/house.mjs; declare what it may import.`];
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((specifier) => !mayImport(zone, file, specifier))
    .map((specifier) => `${file} imports ${specifier}, which ${zone} may not (.ci/house.mjs).`);
}

/**
 * @param {string} zone
 * @param {string} file
 * @param {string} specifier
 */
function mayImport(zone, file, specifier) {
  const { imports, node } = house[zone] ?? { imports: [] };
  if (isBuiltin(specifier)) return node === undefined || node.includes(specifier);
  const target = specifier.startsWith('.') ? join(dirname(file), specifier).split(sep).join('/') : sourcesOf(specifier);
  // A package from outside; the manifests say which, and the dead-code check holds them to it.
  if (target === undefined) return true;
  const targetZone = zoneOf(target);
  // The entry points of a package of many zones are in none; the package as a whole may be listed.
  return targetZone === zone || imports.includes(targetZone ?? target);
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function zoneOf(path) {
  return Object.keys(house)
    .filter((zone) => path === zone || path.startsWith(`${zone}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/**
 * @param {string} file
 */
function isEntry(file) {
  const folder = dirname(file);
  return [...sources.values()].includes(folder) && Object.keys(house).some((zone) => zone.startsWith(`${folder}/`));
}

/**
 * @param {string} specifier for example `@submit-guard/core` or `@submit-guard/rules/markers`
 * @returns {string | undefined}
 */
function sourcesOf(specifier) {
  return [...sources].find(([name]) => specifier === name || specifier.startsWith(`${name}/`))?.[1];
}
