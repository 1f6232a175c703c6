using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Featuresmith.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Featuresmith.Tests.Publishing;

/// <summary>A registry in memory that can be told to go wrong. It keeps every request, to see what was sent to whom.</summary>
internal sealed class FaultRegistry : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly RegistryMemory memory = new();
    private readonly ConcurrentQueue<SeenRequest> seen = new();

    private FaultRegistry(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
            {
                server.Listen(
                    address,
                    port: 0,
                    listen =>
                    {
                        if (certificate is not null)
                        {
                            listen.UseHttps(certificate);
                        }
                    }
                );
            }
        });
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    /// <summary>Goes wrong: true where the request was answered by it.</summary>
    public Func<HttpContext, Task<bool>> Fault { get; set; } = _ => Task.FromResult(false);

    /// <summary>What it holds.</summary>
    public RegistryMemory Memory => memory;

    /// <summary>Every request, in the order of their coming.</summary>
    public IReadOnlyCollection<SeenRequest> Seen => seen;

    /// <summary>Its name by IPv4.</summary>
    public string Host => Authority("127.0.0.1");

    /// <summary>Its name by IPv6: to everybody another host.</summary>
    public string OtherHost => Authority("[::1]");

    /// <param name="certificate">What it shows to its clients; without one it speaks plain HTTP.</param>
    public static async Task<FaultRegistry> StartAsync(X509Certificate2? certificate = null)
    {
        var registry = new FaultRegistry(certificate);
        await registry.server.StartAsync();
        return registry;
    }

    /// <summary>A client that does not wait between attempts.</summary>
    public OciRegistry Open(RegistryOptions options, List<TimeSpan>? waits = null) =>
        new(
            RegistryAddress.Parse(Host, plainHttp: false),
            options with
            {
                Retry = options.Retry with
                {
                    Wait = (wait, _) =>
                    {
                        waits?.Add(wait);
                        return Task.CompletedTask;
                    },
                },
            }
        );

    public void Forget() => seen.Clear();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private string Authority(string host) =>
        server.Urls.Select(url => new Uri(url)).First(url => url.Host == host).Authority;

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        seen.Enqueue(
            new SeenRequest(
                request.Method,
                request.Host.Value ?? "",
                request.Path.Value ?? "",
                request.QueryString.Value ?? "",
                request.Headers.Authorization.ToString()
            )
        );
        if (!await Fault(context))
        {
            await memory.AnswerAsync(context);
        }
    }
}

/// <summary>A request as it came.</summary>
internal sealed record SeenRequest(string Method, string Host, string Path, string Query, string Authorization);
