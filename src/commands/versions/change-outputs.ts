/** The outputs that describe how a version differs from another. */
export const changeOutputs = {
  'files-added': 'Number of paths that the previous version does not have',
  'files-changed': 'Number of paths with other content than in the previous version',
  'files-removed': 'Number of paths that only the previous version has',
  'previous-size-bytes': 'Size of all files in the previous version',
  'new-bytes': 'Bytes of files whose content the previous version does not have',
  'unchanged-bytes': 'Bytes of files whose content the previous version has, under any path',
};
