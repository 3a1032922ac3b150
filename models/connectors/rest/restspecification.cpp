// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/rest/restspecification.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace connectors {

// As text: a schema is read more often than it is changed. Words for people are translated where the form is built.
static const char restSchema[] = R"json({
 "$schema": "http://json-schema.org/draft-07/schema#",
 "title": "REST API",
 "type": "object",
 "required": ["base_url", "streams"],
 "additionalProperties": false,
 "properties": {
  "base_url": {"type": "string", "title": "Base URL", "description": "Credentials and headers go to this scheme, host and port only.",
   "examples": ["https://api.example.com/v1"], "pattern": "^(https?://|\\$\\{)", "order": 0},
  "authentication": {"type": "object", "title": "Authentication", "order": 1, "oneOf": [
   {"title": "None", "required": ["type"], "properties": {"type": {"type": "string", "const": "none", "order": 0}}},
   {"title": "Bearer token", "required": ["type", "token"], "properties": {"type": {"type": "string", "const": "bearer", "order": 0},
    "token": {"type": "string", "title": "Token", "airbyte_secret": true, "order": 1}}},
   {"title": "Basic", "required": ["type", "username"], "properties": {"type": {"type": "string", "const": "basic", "order": 0},
    "username": {"type": "string", "title": "User name", "order": 1},
    "password": {"type": "string", "title": "Password", "airbyte_secret": true, "order": 2}}},
   {"title": "API key", "required": ["type", "name", "value"], "properties": {"type": {"type": "string", "const": "api_key", "order": 0},
    "name": {"type": "string", "title": "Name", "order": 1},
    "value": {"type": "string", "title": "Value", "airbyte_secret": true, "order": 2},
    "in": {"type": "string", "title": "Sent in", "enum": ["header", "query"], "default": "header", "order": 3}}}]},
  "headers": {"type": "object", "title": "Headers", "additionalProperties": {"type": "string"}, "order": 2},
  "rate_limit": {"type": "object", "title": "Rate limit", "required": ["requests", "per"], "additionalProperties": false, "order": 3,
   "description": "At most so many requests in any window of that length, retries included.", "properties": {
    "requests": {"type": "integer", "title": "Requests", "minimum": 1, "order": 0},
    "per": {"type": "string", "title": "Per", "enum": ["second", "minute", "hour"], "order": 1}}},
  "retry": {"type": "object", "title": "Retries", "additionalProperties": false, "order": 4, "properties": {
   "attempts": {"type": "integer", "title": "Tries of a request", "minimum": 1, "default": 8, "order": 0},
   "base": {"type": "string", "title": "First back-off", "format": "duration", "default": "PT0.5S", "order": 1},
   "longest": {"type": "string", "title": "Longest back-off", "format": "duration", "default": "PT60S", "order": 2}}},
  "limits": {"type": "object", "title": "Limits", "additionalProperties": false, "order": 5, "properties": {
   "connect": {"type": "string", "title": "Time to connect", "format": "duration", "default": "PT10S", "order": 0},
   "idle": {"type": "string", "title": "Longest silence", "format": "duration", "default": "PT60S", "order": 1},
   "body": {"type": "string", "title": "Largest answer", "default": "64MiB", "order": 2}}},
  "streams": {"type": "object", "title": "Streams", "minProperties": 1, "order": 6, "additionalProperties": {
   "type": "object", "additionalProperties": false, "properties": {
    "description": {"type": "string", "title": "Description", "order": 0},
    "path": {"type": "string", "title": "Path", "examples": ["/v1/statuses"], "order": 1},
    "parameters": {"type": "object", "title": "Parameters", "order": 2},
    "records": {"type": "string", "title": "Records", "description": "Dotted path to the array; empty: the answer itself.", "default": "", "order": 3},
    "primary_key": {"type": "array", "title": "Primary key", "items": {"type": "string"}, "order": 4},
    "lists": {"type": "string", "title": "Lists", "enum": ["json", "tables"], "default": "json", "order": 5},
    "pagination": {"type": "object", "title": "Pagination", "order": 6, "oneOf": [
     {"title": "None", "required": ["type"], "properties": {"type": {"type": "string", "const": "none", "order": 0}}},
     {"title": "Page number", "required": ["type", "parameter"], "properties": {"type": {"type": "string", "const": "page", "order": 0},
      "parameter": {"type": "string", "title": "Parameter", "order": 1},
      "start": {"type": "integer", "title": "First page", "default": 1, "order": 2},
      "size_parameter": {"type": "string", "title": "Size parameter", "order": 3},
      "size": {"type": "integer", "title": "Size", "minimum": 1, "order": 4}}},
     {"title": "Offset", "required": ["type", "parameter"], "properties": {"type": {"type": "string", "const": "offset", "order": 0},
      "parameter": {"type": "string", "title": "Parameter", "order": 1},
      "start": {"type": "integer", "title": "First offset", "default": 0, "order": 2},
      "size_parameter": {"type": "string", "title": "Size parameter", "order": 3},
      "size": {"type": "integer", "title": "Size", "minimum": 1, "order": 4}}},
     {"title": "Cursor", "required": ["type", "parameter", "path"], "properties": {"type": {"type": "string", "const": "cursor", "order": 0},
      "parameter": {"type": "string", "title": "Parameter", "order": 1},
      "path": {"type": "string", "title": "Path to the next token", "order": 2}}},
     {"title": "Link", "required": ["type"], "properties": {"type": {"type": "string", "const": "link", "order": 0},
      "path": {"type": "string", "title": "Path to the next URL", "description": "Empty: the Link header.", "order": 1}}}]},
    "incremental": {"type": "object", "title": "Incremental", "required": ["cursor_field"], "additionalProperties": false, "order": 7, "properties": {
     "cursor_field": {"type": "string", "title": "Cursor field", "order": 0},
     "parameter": {"type": "string", "title": "Parameter", "order": 1},
     "initial": {"type": "string", "title": "First value", "order": 2},
     "lag": {"type": "string", "title": "Lag", "format": "duration", "description": "Subtracted from the stored cursor; needs merge.", "order": 3}}}}}}
 }
})json";

QJsonObject restSpecification()
{
    return QJsonDocument::fromJson(restSchema).object();
}

} // namespace connectors
