// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httptransport.h"

#include <QCoreApplication>

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace net {

namespace {

QString httpTr(const char* text)
{
    return QCoreApplication::translate("net", text);
}

using Steady = std::chrono::steady_clock;

/// What the callbacks of one transfer share.
struct Transfer {
    HttpResponse response;
    qint64 bodyLimit = 0;
    bool tooLarge = false;
    bool connected = false; ///< silence counts from here: connecting has its own limit
    int sends = 0;
    Steady::time_point lastByte;
};

/// libcurl repeats a request by itself if a kept connection turns out to be dead. That would be a request that nobody counts:
/// the repetition is refused here, and made by who counts tries.
int onBeforeSend(void* user, char*, char*, int, int)
{
    return ++static_cast<Transfer*>(user)->sends == 1 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

size_t onBody(char* data, size_t size, size_t count, void* user)
{
    auto& transfer = *static_cast<Transfer*>(user);
    const qsizetype length = qsizetype(size * count);
    transfer.lastByte = Steady::now();
    if (transfer.response.body.size() + length > transfer.bodyLimit) {
        transfer.tooLarge = true;
        return 0;
    }
    transfer.response.body.append(data, length);
    return size * count;
}

size_t onHeader(char* data, size_t size, size_t count, void* user)
{
    auto& transfer = *static_cast<Transfer*>(user);
    transfer.lastByte = Steady::now();
    const QByteArray line(data, qsizetype(size * count));
    if (line.startsWith("HTTP/")) {
        transfer.response.headers.clear();
    } else if (const auto colon = line.indexOf(':'); colon > 0) {
        transfer.response.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return size * count;
}

void initialiseCurlOnce()
{
    static std::once_flag flag;
    std::call_once(flag, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

base::Error transferError(CURLcode code, const Transfer& transfer, const Url& url, const Limits& limits)
{
    const QString host = url.origin();
    const QString why = code == CURLE_ABORTED_BY_CALLBACK ? httpTr(QT_TRANSLATE_NOOP("net", "the connection was closed"))
                                                          : QString::fromLatin1(curl_easy_strerror(code));
    if (transfer.tooLarge)
        return base::makeError("net.limit", httpTr(QT_TRANSLATE_NOOP("net", "the answer of %1 is larger than %2 bytes (limits: body)")).arg(host).arg(limits.body));
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return base::makeError("net.timeout", httpTr(QT_TRANSLATE_NOOP("net", "no connection to %1 within %2 (limits: connect)"))
                .arg(host, base::durationWords(limits.connect)));
    case CURLE_PARTIAL_FILE:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2_STREAM:
        return base::makeError("net.cut_body", httpTr(QT_TRANSLATE_NOOP("net", "the answer of %1 was cut off or damaged: %2")).arg(host, why));
    case CURLE_RECV_ERROR:
        if (!transfer.response.body.isEmpty())
            return base::makeError("net.cut_body", httpTr(QT_TRANSLATE_NOOP("net", "the answer of %1 was cut off or damaged: %2")).arg(host, why));
        break;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return base::makeError("net.tls", httpTr(QT_TRANSLATE_NOOP("net", "the certificate of %1 cannot be trusted: %2")).arg(host, why));
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_HTTP2:
        return base::makeError("net.protocol", httpTr(QT_TRANSLATE_NOOP("net", "%1 does not speak HTTP: %2")).arg(host, why));
    default:
        break;
    }
    return base::makeError("net.connect", httpTr(QT_TRANSLATE_NOOP("net", "no answer from %1: %2")).arg(host, why));
}

} // namespace

base::Result<void> checkHeader(const Header& header)
{
    static const QByteArray symbols("!#$%&'*+-.^_`|~");
    const bool token = !header.name.isEmpty() && std::all_of(header.name.begin(), header.name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || symbols.contains(c);
    });
    if (!token)
        return base::makeError("net.header", httpTr(QT_TRANSLATE_NOOP("net", "`%1` is not a header name")).arg(QString::fromUtf8(header.name)));
    const bool clean = std::none_of(header.value.begin(), header.value.end(), [](char c) { return (c >= 0 && c < 32 && c != '\t') || c == 127; });
    if (!clean)
        return base::makeError("net.header", httpTr(QT_TRANSLATE_NOOP("net", "the value of header `%1` has a line break or another control character"))
                .arg(QString::fromUtf8(header.name)));
    return {};
}

QVector<QByteArray> HttpResponse::values(const char* name) const
{
    QVector<QByteArray> found;
    for (const Header& header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            found.append(header.value);
    }
    return found;
}

struct HttpTransport::Private {
    CURL* easy = nullptr;
    CURLM* multi = nullptr;

    void configure(const Url& url, curl_slist* headers, const Limits& limits, Transfer& transfer) const;
    std::optional<base::Error> run(const Url& url, const Limits& limits, const base::CancelToken& cancel, Transfer& transfer) const;
};

void HttpTransport::Private::configure(const Url& url, curl_slist* headers, const Limits& limits, Transfer& transfer) const
{
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, url.text().toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "weirkeeper");
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, long(std::max<base::Micros>(1, limits.connect / 1000)));
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &onBeforeSend);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    if (url.isLoopback())
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
}

std::optional<base::Error> HttpTransport::Private::run(
    const Url& url, const Limits& limits, const base::CancelToken& cancel, Transfer& transfer) const
{
    constexpr int pollMilliseconds = 30;
    int running = 1;
    while (running > 0) {
        if (cancel.cancelled())
            return base::makeError("net.cancelled", httpTr(QT_TRANSLATE_NOOP("net", "cancelled")));
        if (curl_multi_perform(multi, &running) != CURLM_OK || running == 0)
            break;
        curl_multi_poll(multi, nullptr, 0, pollMilliseconds, nullptr);
        const auto silent = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - transfer.lastByte).count();
        curl_off_t connected = 0;
        curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
        if (connected > 0 && !transfer.connected) {
            transfer.connected = true;
            transfer.lastByte = Steady::now();
            continue;
        }
        if (transfer.connected && silent > limits.idle)
            return base::makeError("net.timeout", httpTr(QT_TRANSLATE_NOOP("net", "%1 was silent for %2 (limits: idle)"))
                    .arg(url.origin(), base::durationWords(limits.idle)));
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE && message->data.result != CURLE_OK)
            return transferError(message->data.result, transfer, url, limits);
    }
    return std::nullopt;
}

HttpTransport::HttpTransport() : d(std::make_unique<Private>())
{
    initialiseCurlOnce();
    d->easy = curl_easy_init();
    d->multi = curl_multi_init();
}

HttpTransport::~HttpTransport()
{
    curl_multi_cleanup(d->multi);
    curl_easy_cleanup(d->easy);
}

base::Result<HttpResponse> HttpTransport::get(const Url& url, const Headers& headers, const Limits& limits, const base::CancelToken& cancel)
{
    curl_slist* list = nullptr;
    for (const Header& header : headers) {
        if (const auto checked = checkHeader(header); !checked.ok()) {
            curl_slist_free_all(list);
            return checked.error();
        }
        // libcurl drops a header that ends at the colon; the semicolon form sends it empty.
        list = curl_slist_append(list, (header.name + (header.value.isEmpty() ? QByteArray(";") : ": " + header.value)).constData());
    }
    Transfer transfer;
    transfer.bodyLimit = limits.body;
    transfer.lastByte = Steady::now();
    d->configure(url, list, limits, transfer);
    curl_multi_add_handle(d->multi, d->easy);
    const auto failure = d->run(url, limits, cancel, transfer);
    long status = 0;
    curl_easy_getinfo(d->easy, CURLINFO_RESPONSE_CODE, &status);
    curl_multi_remove_handle(d->multi, d->easy);
    curl_slist_free_all(list);
    if (failure)
        return *failure;
    transfer.response.status = int(status);
    transfer.response.url = url;
    return std::move(transfer.response);
}

} // namespace net
