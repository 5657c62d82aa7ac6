package dev.plumbline.web.api.retries;

/**
 * What a call was answered.
 *
 * @param contentType empty when there was no body
 * @param location of what was made, empty when not told
 */
record Answer(int status, String contentType, String location, byte[] body) {}
