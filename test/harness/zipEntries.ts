const endOfDirectory = 0x06054b50;
const endLength = 22;

/** The number of files in a zip archive, as its closing record says it. */
export function countZipEntries(archive: Buffer): number {
	for (let offset = archive.length - endLength; offset >= 0; offset--) {
		if (archive.readUInt32LE(offset) === endOfDirectory) {
			return archive.readUInt16LE(offset + 10);
		}
	}
	throw new Error('This is not a zip archive');
}
