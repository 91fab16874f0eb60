package io.crmkit.exchange;

/**
 * How far an import has come.
 *
 * @param rowsRead how many rows were read
 * @param imported how many of them are imported so far
 * @param rejected how many of them are rejected so far
 * @param bytesRead how many bytes of the file were read
 * @param bytesTotal how many there are, or -1 where nobody knows
 */
public record ImportProgress(
    long rowsRead, long imported, long rejected, long bytesRead, long bytesTotal) {}
