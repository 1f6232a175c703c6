using System.Net;
using System.Security.Cryptography;
using Featuresmith.Definitions;

namespace Featuresmith.Downloads;

/// <summary>Fetches what a definition's <c>downloads</c> names and pins its checksums.</summary>
/// <param name="client">Proxies, certificates and the time limit are its business.</param>
/// <param name="pauseUnit">The pause before the second attempt; the third waits twice as long.</param>
public sealed class DownloadPinning(HttpClient client, TimeSpan pauseUnit)
{
    private const int Attempts = 3;

    /// <summary>Looks at every file of a definition, one after another.</summary>
    /// <param name="definition">Its downloads are fetched.</param>
    /// <param name="present">What is pinned now.</param>
    /// <param name="replace">Whether a file that changed under its name gets a new checksum.</param>
    /// <param name="report">Receives each outcome as it comes.</param>
    /// <param name="cancellation">Ends it between and inside of files.</param>
    /// <returns>The lock as it should be: what could not be fetched stays as it was.</returns>
    public async Task<DownloadLock> Update(
        FeatureDefinition definition,
        DownloadLock present,
        bool replace,
        Action<DownloadOutcome> report,
        CancellationToken cancellation
    )
    {
        foreach (var (name, url) in definition.Downloads.SelectMany(download => download.Files))
        {
            var outcome = await Look(name, url, present, cancellation);
            report(outcome);
            if (outcome.State == DownloadState.Pinned || (outcome.State == DownloadState.Different && replace))
            {
                present = present.With(name, outcome.Detail);
            }
        }

        return present;
    }

    private async Task<DownloadOutcome> Look(
        string name,
        string url,
        DownloadLock present,
        CancellationToken cancellation
    )
    {
        try
        {
            var checksum = await Fetch(url, cancellation);
            var state =
                !present.Checksums.TryGetValue(name, out var pinned) ? DownloadState.Pinned
                : pinned == checksum ? DownloadState.Same
                : DownloadState.Different;
            return new DownloadOutcome(name, url, state, checksum);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return new DownloadOutcome(name, url, DownloadState.Unreachable, exception.Message);
        }
    }

    private async Task<string> Fetch(string url, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellation);
                response.EnsureSuccessStatusCode();
                // A proxy's or a portal's page is no archive, whatever the status says.
                if (response.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    throw new HttpRequestException("the answer is an HTML page, not a file", null, HttpStatusCode.OK);
                }

                await using var body = await response.Content.ReadAsStreamAsync(cancellation);
                var hash = await SHA256.HashDataAsync(body, cancellation);
                return Convert.ToHexStringLower(hash);
            }
            catch (Exception exception) when (attempt < Attempts && MayPass(exception))
            {
                await Task.Delay(pauseUnit * attempt, cancellation);
            }
        }
    }

    // No answer, a broken one, or a server in trouble. "Not found" will be so the next time too.
    private static bool MayPass(Exception exception) =>
        exception is IOException
        || exception
            is HttpRequestException
            {
                StatusCode: null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            };
}
