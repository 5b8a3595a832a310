/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-xml-guard.h"

#include "lijn-exchange.h"
#include "lijn-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The bytes of a file and their encoding. The encoding is decided here and not by the parser, so
 * that what lijn-xml-guard.c looks through is letter for letter what the parser gets: a DOCTYPE in
 * UTF-16 is a DOCTYPE. The XML declaration, having served, is blanked. */

static void
fail_to_read (GError **error, const char *name, const char *why)
{
  g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_READ,
               /* Translators: a file's name and the system's reason */
               _ ("“%s” could not be read: %s"), name, why);
}

static gboolean
read_all (int fd, char *bytes, gsize length, gsize *got)
{
  for (*got = 0; *got < length;)
    {
      gssize n = read (fd, bytes + *got, length - *got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      if (n == 0)
        break;
      *got += (gsize) n;
    }
  return TRUE;
}

static char *
read_file (const char *path, const char *name, gsize max_bytes, gsize *length, GError **error)
{
  g_autofree char *bytes = NULL;
  struct stat about;
  /* Not blocking: opening a pipe must not wait for somebody who writes into it. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 || fstat (fd, &about) != 0)
    fail_to_read (error, name, g_strerror (errno));
  else if (!S_ISREG (about.st_mode))
    fail_to_read (error, name, _ ("it is not a file"));
  else if ((gsize) about.st_size > max_bytes)
    g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_HOSTILE,
                 _ ("“%s” is too large to import: it has more than %d MB"), name,
                 (int) (max_bytes / (1024 * 1024)));
  else
    {
      bytes = g_try_malloc ((gsize) about.st_size + 1);
      if (bytes == NULL || !read_all (fd, bytes, (gsize) about.st_size, length))
        {
          fail_to_read (error, name, g_strerror (bytes == NULL ? ENOMEM : errno));
          g_clear_pointer (&bytes, g_free);
        }
      else
        bytes[*length] = '\0';
    }
  if (fd >= 0)
    close (fd);
  return g_steal_pointer (&bytes);
}

static gboolean
starts_with (const char *bytes, gsize length, const char *start, gsize n)
{
  return length >= n && memcmp (bytes, start, n) == 0;
}

/* Appendix F of the XML recommendation: what the first bytes tell. @skip: the byte order mark. */
static const char *
encoding_from_bytes (const char *bytes, gsize length, gsize *skip)
{
  static const struct
  {
    const char *start;
    gsize n, skip;
    const char *encoding;
  } signs[] = {
    { "\xef\xbb\xbf", 3, 3, "UTF-8" },    { "\0\0\xfe\xff", 4, 4, "UTF-32BE" },
    { "\xff\xfe\0\0", 4, 4, "UTF-32LE" }, { "\xfe\xff", 2, 2, "UTF-16BE" },
    { "\xff\xfe", 2, 2, "UTF-16LE" },     { "\0\0\0<", 4, 0, "UTF-32BE" },
    { "<\0\0\0", 4, 0, "UTF-32LE" },      { "\0<\0?", 4, 0, "UTF-16BE" },
    { "<\0?\0", 4, 0, "UTF-16LE" },       { "\0<", 2, 0, "UTF-16BE" },
    { "<\0", 2, 0, "UTF-16LE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (starts_with (bytes, length, signs[i].start, signs[i].n))
      {
        *skip = signs[i].skip;
        return signs[i].encoding;
      }
  *skip = 0;
  return NULL;
}

/* Returns: (transfer full) (nullable): the encoding that the XML declaration names. */
static char *
encoding_from_declaration (const char *bytes, gsize length)
{
  g_autofree char *declaration = NULL;
  const char *end, *at;
  gsize n;

  if (!starts_with (bytes, length, "<?xml", 5))
    return NULL;
  end = memchr (bytes, '>', MIN (length, 1024));
  if (end == NULL)
    return NULL;
  declaration = g_strndup (bytes, (gsize) (end - bytes));
  at = strstr (declaration, "encoding");
  if (at == NULL || (at = strpbrk (at, "'\"")) == NULL)
    return NULL;
  n = strspn (at + 1, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-");
  return n > 0 && n < 40 ? g_strndup (at + 1, n) : NULL;
}

/* Blanks the XML declaration, keeping its lines so that line numbers stay right. */
static void
blank_declaration (LijnXmlText *text)
{
  char *end;

  if (!g_str_has_prefix (text->text, "<?xml") || !g_ascii_isspace (text->text[5]) ||
      (end = strstr (text->text, "?>")) == NULL)
    return;
  for (char *p = text->text; p < end + 2; p++)
    if (*p != '\n' && *p != '\r')
      *p = ' ';
}

/* Says that text is in no encoding that it could be in. */
static gboolean
fail_to_decode (const LijnXmlText *text, const char *encoding, GError **error)
{
  g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
               /* Translators: a file's name and the name of a text encoding such as UTF-16 */
               _ ("“%s” cannot be read as text: it is not in the encoding %s"), text->name,
               encoding);
  return FALSE;
}

static gboolean
convert (LijnXmlText *text, const char *bytes, gsize length, const char *encoding)
{
  text->text = g_convert (bytes, (gssize) length, "UTF-8", encoding, NULL, &text->length, NULL);
  return text->text != NULL;
}

/* Takes @bytes. */
static gboolean
decode (LijnXmlText *text, char *bytes, gsize length, GError **error)
{
  g_autofree char *raw = bytes;
  g_autofree char *named = NULL;
  gsize skip;
  const char *encoding = encoding_from_bytes (bytes, length, &skip);

  if (encoding == NULL)
    encoding = named = encoding_from_declaration (bytes, length);
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0 ||
      g_ascii_strcasecmp (encoding, "US-ASCII") == 0)
    {
      if (g_utf8_validate (bytes + skip, (gssize) (length - skip), NULL))
        {
          memmove (bytes, bytes + skip, length - skip + 1);
          text->text = g_steal_pointer (&raw);
          text->length = length - skip;
          return TRUE;
        }
      if (memchr (bytes, '\0', length) != NULL ||
          (!convert (text, bytes + skip, length - skip, "WINDOWS-1252") &&
           !convert (text, bytes + skip, length - skip, "ISO-8859-1")))
        return fail_to_decode (text, encoding != NULL ? encoding : "UTF-8", error);
      text->read_as = g_strdup ("Windows-1252");
      return TRUE;
    }
  if (!convert (text, bytes + skip, length - skip, encoding) ||
      memchr (text->text, '\0', text->length) != NULL)
    return fail_to_decode (text, encoding, error);
  return TRUE;
}

void
lijn_xml_text_free (LijnXmlText *text)
{
  if (text == NULL)
    return;
  g_free (text->name);
  g_free (text->text);
  g_free (text->read_as);
  g_free (text);
}

LijnXmlText *
lijn_xml_text_load (const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (LijnXmlText) text = g_new0 (LijnXmlText, 1);
  char *bytes;
  gsize length = 0;

  text->name = g_path_get_basename (path);
  if (!g_utf8_validate (text->name, -1, NULL))
    {
      g_autofree char *shown = g_filename_display_basename (path);

      lijn_set_str (&text->name, shown);
    }
  bytes = read_file (path, text->name, max_bytes, &length, error);
  if (bytes == NULL || !decode (text, bytes, length, error))
    return NULL;
  blank_declaration (text);
  return g_steal_pointer (&text);
}
