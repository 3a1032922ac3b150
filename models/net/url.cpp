// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/url.h"

#include <QCoreApplication>
#include <QUrl>

#include <curl/curl.h>

#include <memory>

namespace net {

namespace {

QString urlTr(const char* text)
{
    return QCoreApplication::translate("net", text);
}

using CurlUrl = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

constexpr unsigned urlFlags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;

QString urlPart(CURLU* url, CURLUPart part, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK)
        return {};
    const QString copy = QString::fromUtf8(text);
    curl_free(text);
    return copy;
}

QString urlDecoded(const QString& text)
{
    return QUrl::fromPercentEncoding(QString(text).replace(u'+', u' ').toUtf8());
}

} // namespace

base::Result<Url> Url::read(void* handle, int code, const QString& text)
{
    CURLU* url = static_cast<CURLU*>(handle);
    if (code != CURLUE_OK)
        return base::makeError("url.syntax", urlTr(QT_TRANSLATE_NOOP("net", "`%1` is not a URL: %2"))
                .arg(text, QString::fromLatin1(curl_url_strerror(CURLUcode(code)))));
    const QString scheme = urlPart(url, CURLUPART_SCHEME).toLower();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return base::makeError("url.scheme", urlTr(QT_TRANSLATE_NOOP("net", "`%1` is neither http nor https")).arg(text));
    if (!urlPart(url, CURLUPART_USER).isEmpty() || !urlPart(url, CURLUPART_PASSWORD).isEmpty())
        return base::makeError("url.user", urlTr(QT_TRANSLATE_NOOP("net", "the URL carries a user or a password; expected them under `authentication`")));
    curl_url_set(url, CURLUPART_FRAGMENT, nullptr, 0);
    Url parsed;
    parsed.m_text = urlPart(url, CURLUPART_URL);
    parsed.m_host = urlPart(url, CURLUPART_HOST).toLower();
    parsed.m_origin = QStringLiteral("%1://%2:%3").arg(scheme, parsed.m_host, urlPart(url, CURLUPART_PORT, CURLU_DEFAULT_PORT));
    return parsed;
}

base::Result<Url> Url::parse(const QString& text)
{
    const CurlUrl url(curl_url(), &curl_url_cleanup);
    const auto code = curl_url_set(url.get(), CURLUPART_URL, text.toUtf8().constData(), urlFlags);
    return read(url.get(), code, text);
}

base::Result<Url> Url::resolved(const QString& reference) const
{
    const CurlUrl url(curl_url(), &curl_url_cleanup);
    curl_url_set(url.get(), CURLUPART_URL, m_text.toUtf8().constData(), urlFlags);
    // A reference with a scheme stands for itself: `file:///x` must be refused, not be read as a path.
    const auto code = curl_url_set(url.get(), CURLUPART_URL, reference.toUtf8().constData(), urlFlags);
    return read(url.get(), code, reference);
}

bool Url::isLoopback() const
{
    return m_host == QLatin1String("localhost") || m_host == QLatin1String("[::1]") || m_host.startsWith(QLatin1String("127."));
}

bool Url::hasQuery() const
{
    return m_text.contains(u'?');
}

Url Url::withAdded(const Parameters& parameters) const
{
    Url result = *this;
    for (const auto& [name, value] : parameters) {
        const bool first = !result.hasQuery();
        const bool bare = result.m_text.endsWith(u'?') || result.m_text.endsWith(u'&');
        result.m_text += (first ? QStringLiteral("?") : bare ? QString() : QStringLiteral("&"))
            + QString::fromLatin1(QUrl::toPercentEncoding(name)) + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
    }
    return result;
}

Url Url::without(const QString& parameter) const
{
    const auto question = m_text.indexOf(u'?');
    if (question < 0)
        return *this;
    const QStringList pairs = m_text.mid(question + 1).split(u'&');
    QStringList kept;
    for (const QString& pair : pairs) {
        if (urlDecoded(pair.section(u'=', 0, 0)) != parameter)
            kept.append(pair);
    }
    if (kept.size() == pairs.size())
        return *this;
    Url result = *this;
    result.m_text = m_text.left(question) + (kept.isEmpty() ? QString() : u'?' + kept.join(u'&'));
    return result;
}

base::Result<Url> Url::appended(const QString& segment) const
{
    if (segment.isEmpty())
        return *this;
    QString left = m_text;
    while (left.endsWith(u'/'))
        left.chop(1);
    const bool query = segment.startsWith(u'?');
    return parse(left + (query || segment.startsWith(u'/') ? QString() : QStringLiteral("/")) + segment);
}

} // namespace net
