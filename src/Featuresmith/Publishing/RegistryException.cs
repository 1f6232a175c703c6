using System.Net;
using System.Net.Http.Headers;
using Featuresmith.Publishing.Http;

namespace Featuresmith.Publishing;

/// <summary>A registry refused, failed or could not be reached. The message says what was asked, what came, and the way out.</summary>
public sealed class RegistryException : Exception
{
    private RegistryException(string message, string url, Exception? inner = null)
        : base(message, inner) => Url = url;

    /// <summary>What was asked for, without a query: those of uploads and tokens are nobody's business.</summary>
    public string Url { get; }

    /// <summary>The status of the answer; null where there was none, or where its content was at fault.</summary>
    public HttpStatusCode? Status { get; private init; }

    /// <summary>Whether the same may succeed another time: the network broke, or the registry had too much to do.</summary>
    public bool IsPassing { get; private init; }

    /// <summary>What the registry said about when to come back; null where it said nothing.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; private init; }

    /// <summary>The registry answered with a status that ends the matter.</summary>
    /// <param name="method">What was asked.</param>
    /// <param name="url">Of what.</param>
    /// <param name="status">The answer.</param>
    /// <param name="said">What the registry said about it; may be empty.</param>
    /// <param name="advice">The way out; may be empty.</param>
    /// <param name="retryAfter">When to come back; null where the registry did not say.</param>
    public static RegistryException Refused(
        HttpMethod method,
        Uri url,
        HttpStatusCode status,
        string said,
        string advice,
        RetryConditionHeaderValue? retryAfter = null
    ) =>
        new($"{method} {Plain(url)}: {(int)status} {status}{Part(": ", said)}{Part("; ", advice)}", Plain(url))
        {
            Status = status,
            IsPassing = RetryPolicy.IsPassing(status),
            RetryAfter = retryAfter,
        };

    /// <summary>The registry could not be reached, or the connection broke more often than we try.</summary>
    public static RegistryException Unreachable(HttpMethod method, Uri url, string reason, Exception? inner) =>
        new($"{method} {Plain(url)}: {reason}", Plain(url), inner) { IsPassing = true };

    /// <summary>What came is not what was asked for.</summary>
    /// <param name="name">What was looked at.</param>
    /// <param name="reason">What is wrong with it.</param>
    public static RegistryException Unexpected(string name, string reason) => new($"{name} {reason}", name);

    /// <summary>A URL without its query and user.</summary>
    public static string Plain(Uri url) =>
        url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private static string Part(string lead, string text) => text.Length > 0 ? lead + text : "";
}
