using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Featuresmith.Tests.Publishing;

/// <summary>A proxy that opens tunnels (RFC 9110, 9.3.6), all of which end at one server, whatever was asked for.</summary>
internal sealed class ConnectProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly string target;
    private readonly Task loop;

    /// <param name="target">The server's host and port.</param>
    public ConnectProxy(string target)
    {
        this.target = target;
        listener.Start();
        loop = AcceptAsync();
    }

    /// <summary>Its address, as the environment names it.</summary>
    public string Url => $"http://{listener.LocalEndpoint}";

    /// <summary>What tunnels were asked for.</summary>
    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await loop;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var tunnels = new List<Task>();
        try
        {
            while (true)
            {
                tunnels.Add(TunnelAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(tunnels);
        }
    }

    private async Task TunnelAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var near = client.GetStream();
            var asked = await HeadAsync(near);
            lock (Asked)
            {
                Asked.Add(asked.Split(' ')[1]);
            }

            using var server = new TcpClient();
            await server.ConnectAsync(IPEndPoint.Parse(target), end.Token);
            await near.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), end.Token);
            var far = server.GetStream();
            await Task.WhenAny(near.CopyToAsync(far, end.Token), far.CopyToAsync(near, end.Token));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client or the test is through with it.
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, end.Token);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
