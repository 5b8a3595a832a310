/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-mail.h"

#include "lijn-audience-row.h"
#include "lijn-copy.h"
#include "lijn-files.h"
#include "lijn-mail-by-hand.h"
#include "lijn-minutes.h"
#include "lijn-names.h"
#include "lijn-overlay-row.h"
#include "lijn-progress-window.h"
#include "lijn-publish.h"
#include "lijn-whole-choice.h"
#include "lijn-window.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

#ifdef LIJN_HAVE_PORTAL
#include <libportal-gtk4/portal-gtk4.h>
#endif

enum
{
  SEND_PROJECT,
  SEND_PDF,
};

#define LIJN_TYPE_MAIL_DIALOG (lijn_mail_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LijnMailDialog, lijn_mail_dialog, LIJN, MAIL_DIALOG, AdwWindow)

struct _LijnMailDialog
{
  AdwWindow parent_instance;

  LijnView *view;

  AdwComboRow *kind;
  LijnAudienceRow *audience;
  AdwComboRow *overlay; /* of what is to be read */
};

G_DEFINE_FINAL_TYPE (LijnMailDialog, lijn_mail_dialog, ADW_TYPE_WINDOW)

/* A message being composed. */
typedef struct
{
  LijnWindow *window;
  char *path;
  char *subject;
  char *body;
} LijnMail;

static void
lijn_mail_free (LijnMail *mail)
{
  g_object_unref (mail->window);
  g_free (mail->path);
  g_free (mail->subject);
  g_free (mail->body);
  g_free (mail);
}

static const char *
get_body (gboolean pdf)
{
  return pdf ? _ ("Attached is our joint project, to read. What do you see that we missed?")
             : _ ("Attached is our joint project. Open it with Waslijn, add what you see, and send "
                  "it back.");
}

static void
leave_to_hand (LijnMail *mail)
{
  lijn_mail_by_hand (mail->window, mail->path);
  lijn_mail_free (mail);
}

static void
xdg_email_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LijnMail *mail = data;

  if (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL))
    lijn_mail_free (mail);
  else
    leave_to_hand (mail);
}

static void
compose_with_xdg_email (LijnMail *mail)
{
  g_autoptr (GSubprocess) process = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              NULL, "xdg-email", "--utf8", "--subject", mail->subject, "--body",
                              mail->body, "--attach", mail->path, NULL);
  if (process != NULL)
    g_subprocess_wait_check_async (process, NULL, xdg_email_done_cb, mail);
  else
    leave_to_hand (mail);
}

#ifdef LIJN_HAVE_PORTAL

static void
portal_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LijnMail *mail = data;
  g_autoptr (GError) error = NULL;

  if (xdp_portal_compose_email_finish (XDP_PORTAL (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lijn_mail_free (mail);
  else
    compose_with_xdg_email (mail);
}

static void
compose_with_portal (LijnMail *mail)
{
  g_autoptr (XdpPortal) portal = xdp_portal_new ();
  XdpParent *parent = xdp_parent_new_gtk (GTK_WINDOW (mail->window));
  const char *attachments[] = { mail->path, NULL };

  xdp_portal_compose_email (portal, parent, NULL, NULL, NULL, mail->subject, mail->body,
                            attachments, XDP_EMAIL_FLAG_NONE, NULL, portal_done_cb, mail);
  xdp_parent_free (parent);
}

static void
portal_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  if (reply != NULL)
    compose_with_portal (data);
  else
    compose_with_xdg_email (data);
}

/* The library takes it for granted that there is a portal: ask first. */
static void
compose (LijnMail *mail)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (bus == NULL)
    {
      compose_with_xdg_email (mail);
      return;
    }

  g_dbus_connection_call (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                          "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", "org.freedesktop.portal.Email", "version"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, portal_found_cb,
                          mail);
}

#else

static void
compose (LijnMail *mail)
{
  compose_with_xdg_email (mail);
}

#endif

static gboolean
make_file (LijnMailDialog *self, LijnWindow *window, const char *path, GError **error)
{
  LijnProject *project = lijn_view_get_project (self->view);
  LijnAudience audience = lijn_audience_row_get_audience (self->audience);
  LijnProgressWindow *progress = lijn_progress_window_new (GTK_WINDOW (window),
                                                           _ ("Making what will be sent…"));
  GCancellable *cancellable = lijn_progress_window_get_cancellable (progress);
  gboolean ok;

  if (adw_combo_row_get_selected (self->kind) == SEND_PDF)
    ok = lijn_publish_pdf (project, NULL, &audience, lijn_overlay_row_get (self->overlay), path,
                           lijn_progress_window_step, progress, cancellable, error);
  else
    ok = lijn_copy_for (project, &audience, path, cancellable, error);
  lijn_progress_window_end (progress);

  return ok;
}

static void
go_clicked_cb (GtkButton *button, LijnMailDialog *self)
{
  LijnWindow *window = LIJN_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  LijnProject *project = lijn_view_get_project (self->view);
  g_autoptr (GError) error = NULL;
  gboolean pdf = adw_combo_row_get_selected (self->kind) == SEND_PDF;
  g_autofree char *path = lijn_files_outgoing_path (lijn_project_get_title (project),
                                                    pdf ? ".pdf" : LIJN_SUFFIX, &error);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (path != NULL && make_file (self, window, path, &error))
    {
      LijnMail *mail = g_new0 (LijnMail, 1);

      mail->window = g_object_ref (window);
      mail->path = g_steal_pointer (&path);
      mail->subject = g_strdup (lijn_project_get_title (project));
      mail->body = g_strdup (get_body (pdf));
      compose (mail);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lijn_window_tell_error (window, _ ("There is nothing to send"), g_steal_pointer (&error));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
kind_changed_cb (GObject *row, GParamSpec *property, LijnMailDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->overlay),
                          adw_combo_row_get_selected (self->kind) == SEND_PDF);
}

static void
lijn_mail_dialog_dispose (GObject *object)
{
  g_clear_object (&LIJN_MAIL_DIALOG (object)->view);
  G_OBJECT_CLASS (lijn_mail_dialog_parent_class)->dispose (object);
}

static void
lijn_mail_dialog_class_init (LijnMailDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LIJN_TYPE_AUDIENCE_ROW);
  G_OBJECT_CLASS (klass)->dispose = lijn_mail_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/mail-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnMailDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, LijnMailDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, LijnMailDialog, overlay);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
}

static void
lijn_mail_dialog_init (LijnMailDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lijn_whole_choice_set (self->kind);
  lijn_names_put_right (GTK_WIDGET (self));
}

void
lijn_mail_present (GtkWindow *window, LijnView *view)
{
  LijnMailDialog *self = g_object_new (LIJN_TYPE_MAIL_DIALOG, "transient-for", window, NULL);
  const char *names[] = { _ ("Project file, to work on"), _ ("PDF, to read"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  self->view = g_object_ref (view);
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (list));
  lijn_audience_row_set_project (self->audience, lijn_view_get_project (view));
  lijn_overlay_row_fill (self->overlay, view);
  kind_changed_cb (NULL, NULL, self);
  gtk_window_present (GTK_WINDOW (self));
}

/* Made for all parties: what is private stays here. */
static char *
make_minutes (LijnSession *session, const char *path, GError **error)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (session, &audience);

  return lijn_publish_minutes (session, &audience, path, NULL, NULL, NULL, error)
             ? lijn_minutes_to_text (minutes)
             : NULL;
}

void
lijn_mail_minutes (GtkWindow *window, LijnSession *session)
{
  g_autofree char *title = lijn_words_for_object (LIJN_OBJECT (session));
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lijn_files_outgoing_path (title, ".pdf", &error);
  g_autofree char *text = path != NULL ? make_minutes (session, path, &error) : NULL;
  LijnMail *mail;

  if (text == NULL)
    {
      lijn_window_tell_error (LIJN_WINDOW (window), _ ("There is nothing to send"),
                              g_steal_pointer (&error));
      return;
    }
  mail = g_new0 (LijnMail, 1);
  mail->window = g_object_ref (LIJN_WINDOW (window));
  mail->path = g_steal_pointer (&path);
  mail->subject = g_strndup (text, strcspn (text, "\n"));
  mail->body = g_steal_pointer (&text);
  compose (mail);
}
