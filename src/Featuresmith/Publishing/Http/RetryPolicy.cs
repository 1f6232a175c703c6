using System.Net;
using System.Net.Http.Headers;

namespace Featuresmith.Publishing.Http;

/// <summary>How often and after how long a request is made again.</summary>
public sealed record RetryPolicy
{
    // A registry that wants more patience than this is better tried another day than waited for.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>How often a request is made in all.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait before the second attempt; each further one doubles it.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits; tests put their own in its place.</summary>
    public Func<TimeSpan, CancellationToken, Task> Wait { get; init; } = Task.Delay;

    /// <summary>Whether a status may be gone the next time: too many requests, a time limit, or a fault of the server.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.RequestTimeout
                or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    /// <summary>How long to wait before an attempt.</summary>
    /// <param name="failed">How many attempts there were.</param>
    /// <param name="asked">What the last answer said about it; null where it said nothing.</param>
    /// <param name="now">The time now, for a Retry-After that is a date.</param>
    /// <returns>The wait; null where there is nothing to wait for: no attempt is left, or the registry asks for too long.</returns>
    public TimeSpan? WaitAfter(int failed, RetryConditionHeaderValue? asked, DateTimeOffset now)
    {
        if (failed >= Attempts)
        {
            return null;
        }

        if ((asked?.Delta ?? asked?.Date - now) is { } patience)
        {
            return patience > LongestWait ? null
                : patience > TimeSpan.Zero ? patience
                : TimeSpan.Zero;
        }

        // Up to half more at random, so that several uploads do not come back at the same moment.
        return FirstWait * Math.Pow(2, failed - 1) * (1 + (Random.Shared.NextDouble() / 2));
    }
}
